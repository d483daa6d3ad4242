export default async function globalTeardown() {
  await Promise.all((globalThis.neo4jServers ?? []).map((server) => server.stop()));
}
