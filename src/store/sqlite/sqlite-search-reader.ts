import type { SearchReader } from '../search-reader.js';
import { printTokenQuery } from '../token-query.js';
import { list, listed } from './page-statement.js';
import { type DocumentRow, documentRecord, type EntityRow, entityRecord } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

export function sqliteSearchReader(database: SqliteDatabase): SearchReader {
  return {
    entities: async (tokens, kinds, limit) =>
      database
        .all<EntityRow>(
          `SELECT e.* FROM entity_search CROSS JOIN entity AS e ON e.number = entity_search.rowid
           WHERE entity_search MATCH :tokens ${kinds === null ? '' : `AND e.kind IN ${list('kinds')}`}
           ORDER BY e.mention_key LIMIT :limit`,
          { tokens: printTokenQuery(tokens), kinds: listed(kinds ?? undefined), limit },
        )
        .map(entityRecord),

    titled: async (tokens, limit) =>
      database
        .all<DocumentRow>(
          `SELECT d.* FROM title_search CROSS JOIN document AS d ON d.number = title_search.rowid
           WHERE title_search MATCH :tokens ORDER BY d.sort_key LIMIT :limit`,
          { tokens: printTokenQuery(tokens), limit },
        )
        .map(documentRecord),
  };
}
