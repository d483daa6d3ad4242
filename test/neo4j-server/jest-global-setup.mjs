import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** Whether one of the test files asked for on the command line needs the server. */
function isNeo4jWanted({ rootDir, testPathPatterns }) {
  const patterns = testPathPatterns.patterns.map((pattern) => new RegExp(pattern, 'i'));
  return readdirSync(join(rootDir, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => patterns.length === 0 || patterns.some((pattern) => pattern.test(path)))
    .some((path) => readFileSync(path, 'utf8').includes('neo4jRequirement'));
}

/** Starts one Neo4j server for the whole run, unless `NEO4J_URL` names one; the tests find it in the environment. */
export default async function globalSetup(globalConfig) {
  if (process.env.NEO4J_URL || !isNeo4jWanted(globalConfig)) return;
  const { startNeo4jServer, Neo4jServerMissing } = await tsImport('./start-neo4j-server.ts', import.meta.url);
  try {
    const server = await startNeo4jServer();
    globalThis.stopNeo4jServer = server.stop;
    Object.assign(process.env, { NEO4J_URL: server.url, NEO4J_USER: server.user, NEO4J_PASSWORD: server.password });
  } catch (error) {
    if (!(error instanceof Neo4jServerMissing)) throw error;
    process.env.DIPLOGRAPH_TEST_NEO4J_MISSING = error.message;
  }
}
