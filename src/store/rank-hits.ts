import type { EntityRecord } from '../model/records.js';
import { rankName } from '../names/rank-name.js';
import type { SearchHit } from './graph-store.js';

/** Candidates that a back end fetches for ranking: those that share the rarest tokens with the query. */
export const candidateLimit = 1_000;

/** Ranks candidates by likeness, then by mentions, then by identifier; those that aren't alike enough are no hits. */
export function rankHits(query: string, candidates: readonly EntityRecord[], limit: number): readonly SearchHit[] {
  const hits = candidates
    .map((entity): SearchHit => ({ entity, ...rankName(query, [entity.name, ...entity.aliases]) }))
    .filter(({ score }) => score > 0);
  hits.sort(
    (a, b) =>
      b.score - a.score || b.entity.mentionCount - a.entity.mentionCount || (a.entity.id < b.entity.id ? -1 : 1),
  );
  return hits.slice(0, limit);
}
