import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  rmSync(process.env.DIPLOGRAPH_TEST_PAGES, { recursive: true, force: true });
  await Promise.all((globalThis.neo4jServers ?? []).map((server) => server.stop()));
}
