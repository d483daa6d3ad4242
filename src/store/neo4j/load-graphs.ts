import { linkedGraphs } from '../../linking/link-documents.js';
import { runLater } from '../../linking/steps.js';
import type { Neo4jConnection, RunCypher } from './neo4j-connection.js';
import { lockLinking, neo4jLinkingTables } from './neo4j-linking-tables.js';

/** Documents of one transaction: the server keeps all that it writes in memory. */
const documentsAtOnce = 50;

/** Told by the server's counters. */
export async function hasGraph(run: RunCypher): Promise<boolean> {
  const [found] = await run<{ documents: number }>('MATCH (d:Document) RETURN count(d) AS documents');
  return (found?.documents ?? 0) > 0;
}

async function unwrittenDocuments(run: RunCypher): Promise<readonly string[]> {
  const [counted] = await run<{ kept: number; written: number }>(
    `CALL { MATCH (s:Source) RETURN count(s) AS kept }
     CALL { MATCH (d:Document) RETURN count(d) AS written } RETURN kept, written`,
  );
  // Told by the server's counters: nearly always there is none.
  if (counted?.kept === counted?.written) return [];
  const rows = await run<{ id: string }>(
    'MATCH (s:Source) WHERE NOT EXISTS { MATCH (:Document {id: s.id}) } RETURN s.id AS id ORDER BY id',
  );
  return rows.map(({ id }) => id);
}

/**
 * Writes the graphs of kept documents, several in one transaction: each once, since all that they name is linked already. Where it is
 * cut off, the graph has whole documents, and those that it lacks are still kept.
 *
 * @param told - Called with the number of documents that are written.
 */
export async function loadGraphs(
  connection: Neo4jConnection,
  told: (documents: number) => void = () => undefined,
): Promise<void> {
  const documents = await connection.readForChange(unwrittenDocuments);
  for (let at = 0; at < documents.length; at += documentsAtOnce) {
    await connection.write(async (run) => {
      await lockLinking(run);
      const tables = neo4jLinkingTables(run);
      await tables.putGraphs(await runLater(linkedGraphs(tables, documents.slice(at, at + documentsAtOnce))));
    });
    told(Math.min(at + documentsAtOnce, documents.length));
  }
}
