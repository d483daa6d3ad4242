import type { RelationRecord } from '../model/records.js';
import type { TraversalFilter } from './graph-walks.js';
import { pairOf } from './tie-weights.js';
import type { TraversalReader } from './traversal-reader.js';

/** Two that relations join, the one whose identifier comes first before the other. */
export interface TiedPair {
  readonly from: string;
  readonly to: string;
  /** Sum of the weights of their relations. */
  readonly weight: number;
  readonly relations: number;
}

export interface ShownRelations {
  /** In id order. */
  readonly relations: readonly RelationRecord[];
  /** Whether there are more. */
  readonly truncated: boolean;
}

/**
 * The most strongly tied of pairs, heaviest first, then in order of their identifiers, as far as all their relations together are no more than
 * `limit`. @returns Fewer than were given only where the next one's don't fit.
 */
export function firstPairs(pairs: readonly TiedPair[], limit: number): readonly TiedPair[] {
  const ranked = [...pairs].sort(
    (a, b) => b.weight - a.weight || (a.from < b.from || (a.from === b.from && a.to < b.to) ? -1 : 1),
  );
  let relations = 0;
  const end = ranked.findIndex((pair) => {
    relations += pair.relations;
    return relations > limit;
  });
  return end === -1 ? ranked : ranked.slice(0, end);
}

function cut(relations: readonly RelationRecord[], limit: number): ShownRelations {
  if (relations.length <= limit) return { relations, truncated: false };
  const pairs = new Map<string, { from: string; to: string; weight: number; relations: number }>();
  for (const relation of relations) {
    const [from, to] = pairOf(relation);
    if (from === to) continue;
    const key = `${from} ${to}`;
    const pair = pairs.get(key) ?? { from, to, weight: 0, relations: 0 };
    pair.weight += relation.weight;
    pair.relations += 1;
    pairs.set(key, pair);
  }
  const all = [...pairs.values()];
  const first = firstPairs(all, limit);
  const shown = new Set(first.map(({ from, to }) => `${from} ${to}`));
  return {
    relations: relations.filter((relation) => {
      const [from, to] = pairOf(relation);
      return from === to || shown.has(`${from} ${to}`);
    }),
    truncated: first.length < all.length,
  };
}

/**
 * The relations among entities; where they are too many, those of the most strongly tied pairs. A pair's relations
 * come all together or not at all; relations of an entity to itself always do, and aren't counted.
 *
 * @param limit - Most relations; all where left out.
 */
export async function shownRelations(
  reader: TraversalReader,
  ids: readonly string[],
  filter: TraversalFilter,
  limit: number | undefined,
): Promise<ShownRelations> {
  if (limit === undefined) return { relations: await reader.relationsAmong(ids, filter), truncated: false };
  const found = await reader.strongestRelationsAmong?.(ids, filter, limit);
  return found ?? cut(await reader.relationsAmong(ids, filter), limit);
}
