import type { EntityKind } from '../../model/ontology.js';
import type { EntityRecord } from '../../model/records.js';
import { searchTokens } from '../../names/search-tokens.js';
import type { SearchHit } from '../graph-store.js';
import { candidateLimit, rankHits } from '../rank-hits.js';
import type { RunCypher } from './neo4j-connection.js';
import { fullTextIndexes } from './neo4j-schema.js';
import { entityMap } from './node-records.js';

/** Lucene refuses a query of more than 1,024 clauses. */
const tokensAtOnce = 1_000;

/** Tokens hold a–z and 0–9 alone, so nothing of a query is read as Lucene's language; a space between two means OR. */
function fullTextQueries(tokens: readonly string[]): readonly string[] {
  const queries: string[] = [];
  for (let start = 0; start < tokens.length; start += tokensAtOnce) {
    queries.push(tokens.slice(start, start + tokensAtOnce).join(' '));
  }
  return queries;
}

const candidates = `
  UNWIND $queries AS query
  CALL db.index.fulltext.queryNodes('${fullTextIndexes.search}', query) YIELD node, score
  WITH node AS e, sum(score) AS score
  WHERE $kinds IS NULL OR e.kind IN $kinds
  WITH e, score ORDER BY score DESC, e.id LIMIT ${candidateLimit}
  RETURN ${entityMap('e')} AS entity`;

export async function searchNames(
  run: RunCypher,
  query: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
): Promise<readonly SearchHit[]> {
  const tokens = searchTokens(query);
  if (tokens.length === 0) return [];
  const rows = await run<{ entity: EntityRecord }>(candidates, { queries: fullTextQueries(tokens), kinds });
  return rankHits(
    query,
    rows.map(({ entity }) => entity),
    limit,
  );
}
