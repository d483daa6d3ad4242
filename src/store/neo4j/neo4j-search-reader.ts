import type { EntityRecord } from '../../model/records.js';
import type { SearchReader } from '../search-reader.js';
import { printTokenQuery } from '../token-query.js';
import type { RunCypher } from './neo4j-connection.js';
import { fullTextIndexes } from './neo4j-schema.js';
import { type DocumentRow, documentMap, entityMap, fromDocumentRow } from './node-records.js';

export function neo4jSearchReader(run: RunCypher): SearchReader {
  return {
    async entities(tokens, kinds, limit) {
      const rows = await run<{ entity: EntityRecord }>(
        `CALL db.index.fulltext.queryNodes('${fullTextIndexes.search}', $tokens) YIELD node AS e
         WHERE $kinds IS NULL OR e.kind IN $kinds
         WITH e ORDER BY e.mentionsKey LIMIT $limit RETURN ${entityMap('e')} AS entity`,
        { tokens: printTokenQuery(tokens), kinds, limit },
      );
      return rows.map(({ entity }) => entity);
    },

    async titled(tokens, limit) {
      const rows = await run<{ document: DocumentRow }>(
        `CALL db.index.fulltext.queryNodes('${fullTextIndexes.titles}', $tokens) YIELD node AS d
         WITH d ORDER BY d.sortKey LIMIT $limit RETURN ${documentMap('d')} AS document`,
        { tokens: printTokenQuery(tokens), limit },
      );
      return rows.map(({ document }) => fromDocumentRow(document));
    },
  };
}
