import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** How many of the test files asked for on the command line need a server. */
function filesThatWantNeo4j({ rootDir, testPathPatterns }) {
  const patterns = testPathPatterns.patterns.map((pattern) => new RegExp(pattern, 'i'));
  return readdirSync(join(rootDir, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => patterns.length === 0 || patterns.some((pattern) => pattern.test(path)))
    .filter((path) => readFileSync(path, 'utf8').includes('neo4jRequirement')).length;
}

/**
 * Makes the folder in which the browser's tests find each other's pages. Starts a Neo4j server for each worker, since Community
 * has one database a server, unless `NEO4J_URL` names one for all; the tests find them in the environment.
 */
export default async function globalSetup(globalConfig) {
  process.env.DIPLOGRAPH_TEST_PAGES = mkdtempSync(join(tmpdir(), 'diplograph-pages-'));
  const wanted = Math.min(globalConfig.maxWorkers, filesThatWantNeo4j(globalConfig));
  if (process.env.NEO4J_URL || wanted === 0) return;
  const { startNeo4jServer, Neo4jServerMissing } = await tsImport('./start-neo4j-server.ts', import.meta.url);
  try {
    // The first alone: it may have to fetch the jars.
    const servers = [await startNeo4jServer()];
    globalThis.neo4jServers = servers;
    servers.push(...(await Promise.all(Array.from({ length: wanted - 1 }, () => startNeo4jServer()))));
    process.env.DIPLOGRAPH_TEST_NEO4J_SERVERS = JSON.stringify(servers);
  } catch (error) {
    if (!(error instanceof Neo4jServerMissing)) throw error;
    process.env.DIPLOGRAPH_TEST_NEO4J_MISSING = error.message;
  }
}
