import type { EntityKind } from '../model/ontology.js';
import type { EntityRecord } from '../model/records.js';
import { rankName } from '../names/rank-name.js';
import { searchTokens } from '../names/search-tokens.js';
import type { SearchHit } from './graph-store.js';
import type { SearchReader } from './search-reader.js';
import { allOf, anyOf, type TokenQuery } from './token-query.js';

/** Candidates that one question to the index may give. */
const candidateLimit = 1_000;
/** Lucene refuses a query of more than 1,024 clauses. */
const tokensAtOnce = 1_000;

function eitherOf(tokens: readonly string[]): readonly TokenQuery[] {
  const queries: TokenQuery[] = [];
  for (let start = 0; start < tokens.length; start += tokensAtOnce) {
    queries.push(anyOf(tokens.slice(start, start + tokensAtOnce)));
  }
  return queries;
}

/** The rarest tokens that together give no more candidates than may be looked at. */
function rarest(counts: ReadonlyMap<string, number>): readonly string[] {
  const ranked = [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
  let sum = 0;
  const end = ranked.findIndex(([, count]) => {
    sum += count;
    return sum > candidateLimit;
  });
  return (end === -1 ? ranked : ranked.slice(0, end)).map(([token]) => token);
}

/**
 * Where too many share a token with the query: who has all of its words, all of their skeletons or that of the whole name, and who shares
 * the rarest of the others.
 */
function narrow(tokens: readonly string[], counts: ReadonlyMap<string, number>): readonly TokenQuery[] {
  const all = ['w', 's', 'n'].map((first) => tokens.filter((token) => token.startsWith(first)));
  const known = all.filter((some) => some.length > 0 && some.every((token) => counts.has(token)));
  return [...known.filter((some) => some.length <= tokensAtOnce).map(allOf), ...eitherOf(rarest(counts))];
}

async function candidates(
  reader: SearchReader,
  query: string,
  kinds: readonly EntityKind[] | null,
): Promise<readonly EntityRecord[]> {
  const tokens = searchTokens(query);
  const counts = await reader.tokenCounts('names', tokens, candidateLimit + 1);
  const ask = async (queries: readonly TokenQuery[]) =>
    Promise.all(queries.map((one) => reader.entities(one, kinds, candidateLimit + 1)));
  if ([...counts.values()].every((count) => count <= candidateLimit)) {
    const found = await ask(eitherOf([...counts.keys()]));
    if (found.every((some) => some.length <= candidateLimit)) return found.flat();
  }
  return (await ask(narrow(tokens, counts))).flat();
}

/** `GraphStore.search`: ranks candidates by likeness, then by mentions, then by identifier; those that aren't alike enough are no hits. */
export async function searchNames(
  reader: SearchReader,
  query: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
): Promise<readonly SearchHit[]> {
  const found = new Map((await candidates(reader, query, kinds)).map((entity) => [entity.id, entity]));
  const hits = [...found.values()]
    .map((entity): SearchHit => ({ entity, ...rankName(query, [entity.name, ...entity.aliases]) }))
    .filter(({ score }) => score > 0);
  hits.sort(
    (a, b) =>
      b.score - a.score || b.entity.mentionCount - a.entity.mentionCount || (a.entity.id < b.entity.id ? -1 : 1),
  );
  return hits.slice(0, limit);
}
