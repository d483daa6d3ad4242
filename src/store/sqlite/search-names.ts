import type { EntityKind } from '../../model/ontology.js';
import { searchTokens } from '../../names/search-tokens.js';
import type { SearchHit } from '../graph-store.js';
import { candidateLimit, rankHits } from '../rank-hits.js';
import { list, listed } from './page-statement.js';
import { type EntityRow, entityRecord } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

export function searchNames(
  database: SqliteDatabase,
  query: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
): readonly SearchHit[] {
  const tokens = searchTokens(query);
  if (tokens.length === 0) return [];
  // Tokens hold a–z and 0–9 alone, so nothing of a query is read as FTS5's language. `rank` is BM25.
  const rows = database.all<EntityRow>(
    `SELECT e.* FROM entity_search CROSS JOIN entity AS e ON e.number = entity_search.rowid
     WHERE entity_search MATCH :tokens ${kinds === null ? '' : `AND e.kind IN ${list('kinds')}`}
     ORDER BY entity_search.rank, e.id LIMIT ${candidateLimit}`,
    { tokens: tokens.join(' OR '), kinds: listed(kinds ?? undefined) },
  );
  return rankHits(query, rows.map(entityRecord), limit);
}
