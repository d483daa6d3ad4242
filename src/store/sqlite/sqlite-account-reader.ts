import type { AccountReader, Encounter } from '../account-reader.js';
import { statementSource } from './page-sources.js';
import { list, listed } from './page-statement.js';
import { readPages } from './read-pages.js';
import { readEntities, readNodes } from './read-records.js';
import type { SqliteDatabase } from './sqlite-database.js';

const isEncounter = (row: string): string =>
  `${row}.type IN ('MET_WITH', 'PARTICIPATED_IN') AND ${row}.modality = 'ASSERTED'`;

export function sqliteAccountReader(database: SqliteDatabase): AccountReader {
  return {
    documents: async (ids) => readNodes(database, ids).map((node) => (node?.type === 'document' ? node.record : null)),

    entities: async (ids) => readEntities(database, ids),

    encounters: async (documents, limit) =>
      database.all<Encounter>(
        `SELECT w.document, r.type, r.source, r.target, x.date, min(x.start) AS start
         FROM json_each(:documents) AS f CROSS JOIN relation_support AS w ON w.document = f.value
           CROSS JOIN relation AS r ON r.id = w.relation
           CROSS JOIN evidence AS x ON x.claim = r.id AND x.document = w.document
         WHERE ${isEncounter('r')} GROUP BY w.document, r.id, x.date LIMIT :limit`,
        { documents: listed(documents), limit },
      ),

    documentsAround: async (participants, events, { firstDay, lastDay }, limit) =>
      database
        .all<{ readonly document: string }>(
          `SELECT DISTINCT x.document
           FROM json_each(:participants) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
             CROSS JOIN evidence AS x ON x.claim = w.relation LEFT JOIN entity AS e ON e.id = w.other
           WHERE ${isEncounter('w')} AND (w.other IN ${list('events')}
             OR (x.date <= :lastDay AND x.date >= substr(:firstDay, 1, length(x.date)))
             OR (e.first_day <= :lastDay AND e.last_day >= :firstDay))
           LIMIT :limit`,
          { participants: listed(participants), events: listed(events), firstDay, lastDay, limit },
        )
        .map(({ document }) => document),

    statements: async (documents, limit) =>
      readPages(database, statementSource({}), documents, { first: limit }).flatMap(({ items }) =>
        items.map(({ record }) => record),
      ),
  };
}
