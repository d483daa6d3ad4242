import { Neo4jServerMissing, startNeo4jServer } from '../../test/neo4j-server/start-neo4j-server.js';
import type { Report } from './report.js';

/**
 * A server of its own for a benchmark; `null`, which is told, where its jars or Java are missing.
 *
 * @param how - As `startNeo4jServer` takes it.
 */
export async function startNeo4j(
  report: Report,
  ...how: Parameters<typeof startNeo4jServer>
): Promise<Awaited<ReturnType<typeof startNeo4jServer>> | null> {
  try {
    return await startNeo4jServer(...how);
  } catch (error) {
    if (!(error instanceof Neo4jServerMissing)) throw error;
    report.note(`Neo4j is skipped: ${error.message}.`);
    return null;
  }
}
