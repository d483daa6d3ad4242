import type { AccountReader, Encounter } from '../account-reader.js';
import type { RunCypher } from './neo4j-connection.js';
import { statementSource } from './page-sources.js';
import { readPages } from './read-pages.js';
import { readEntities, readNodes } from './read-records.js';

export function neo4jAccountReader(run: RunCypher): AccountReader {
  return {
    documents: async (ids) =>
      (await readNodes(run, ids)).map((node) => (node?.type === 'document' ? node.record : null)),

    entities: (ids) => readEntities(run, ids),

    encounters: (documents, limit) =>
      run<Encounter>(
        `UNWIND $documents AS document
         MATCH (x:Evidence {document: document})-[:SUPPORTS]->(r:Relation)
         WHERE x.sortKey >= '' AND r.type IN ['MET_WITH', 'PARTICIPATED_IN'] AND r.modality = 'ASSERTED'
         WITH document, r, x.date AS date, min(x.start) AS start
         RETURN document, r.type AS type, r.source AS source, r.target AS target, date, start LIMIT $limit`,
        { documents, limit },
      ),

    documentsAround: async (participants, events, { firstDay, lastDay }, limit) => {
      const rows = await run<{ document: string }>(
        `UNWIND $participants AS id
         MATCH (:Entity {id: id})-[r:MET_WITH|PARTICIPATED_IN]-(other:Entity) WHERE r.modality = 'ASSERTED'
         MATCH (x:Evidence {claim: r.id}) WHERE x.sortKey >= '' AND (other.id IN $events
           OR (x.date <= $lastDay AND x.date >= left($firstDay, size(x.date)))
           OR (other.firstDay <= $lastDay AND other.lastDay >= $firstDay))
         RETURN DISTINCT x.document AS document LIMIT $limit`,
        { participants, events, firstDay, lastDay, limit },
      );
      return rows.map(({ document }) => document);
    },

    statements: async (documents, limit) => {
      const pages = await readPages(run, statementSource({}), documents, { first: limit });
      return pages.flatMap(({ items }) => items.map(({ record }) => record));
    },
  };
}
