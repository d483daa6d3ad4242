import { Neo4jServerMissing, startNeo4jServer } from '../../test/neo4j-server/start-neo4j-server.js';
import type { Report } from './report.js';

/** A server of its own for a benchmark; `null`, which is told, where its jars or Java are missing. */
export async function startNeo4j(report: Report): Promise<Awaited<ReturnType<typeof startNeo4jServer>> | null> {
  try {
    return await startNeo4jServer();
  } catch (error) {
    if (!(error instanceof Neo4jServerMissing)) throw error;
    report.note(`Neo4j is skipped: ${error.message}.`);
    return null;
  }
}
