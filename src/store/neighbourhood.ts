import { UnknownEntityError } from '../errors.js';
import { kindOfId } from '../model/entity-id.js';
import type { RelationRecord } from '../model/records.js';
import { sortKeys, tieOfKey } from '../model/sort-key.js';
import type { Subgraph } from './graph-store.js';
import type { NeighbourhoodQuestion, ThinnedEntity, TraversalFilter } from './graph-walks.js';
import type { StrongTie, TraversalReader } from './traversal-reader.js';
import { maxTiesRead } from './walk-limits.js';

/** Where a walk has been: the ties that it read of each entity, strongest first, and the entities it took. */
interface Walked {
  readonly chosen: ReadonlySet<string>;
  readonly ties: ReadonlyMap<string, readonly StrongTie[]>;
}

function byTie([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number {
  return y - x || (a < b ? -1 : 1);
}

/** The entities that ties lead to and that weren't met before, those with the heaviest ties together first. */
function metBy(ties: readonly StrongTie[], chosen: ReadonlySet<string>): readonly string[] {
  const weights = new Map<string, number>();
  for (const { to, weight } of ties) if (!chosen.has(to)) weights.set(to, (weights.get(to) ?? 0) + weight);
  return [...weights].sort(byTie).map(([id]) => id);
}

/** Breadth first, one round trip a hop. Hops are cut whole: what `limit` leaves out of one is not met on the next. */
async function walk(
  reader: TraversalReader,
  { centers, depth, filter, limit, breadth, after }: NeighbourhoodQuestion,
): Promise<Walked> {
  const chosen = new Set(centers);
  const ties = new Map<string, StrongTie[]>();
  let hop: readonly string[] = [...chosen];
  let isFull = false;
  for (let distance = 1; distance <= depth && hop.length > 0 && !isFull; distance += 1) {
    const take = Math.min(breadth, Math.max(1, Math.floor(maxTiesRead / hop.length)));
    const beyond = distance === 1 && after !== undefined ? tieOfKey(after) : null;
    const read = await reader.strongestTies(hop, filter, take, beyond);
    for (const tie of read) {
      const known = ties.get(tie.from);
      if (known) known.push(tie);
      else ties.set(tie.from, [tie]);
    }
    const next = metBy(read, chosen);
    const room = Math.max(0, limit - chosen.size);
    isFull = next.length > room;
    hop = next.slice(0, room);
    for (const id of hop) chosen.add(id);
  }
  return { chosen, ties };
}

/** For each entity, its neighbours among the relations, with how many relations join the two and what they weigh. */
function neighboursShown(relations: readonly RelationRecord[], { kinds }: TraversalFilter) {
  const shown = new Map<string, Map<string, { relations: number; weight: number }>>();
  for (const { source, target, weight } of relations) {
    if (source === target) continue;
    for (const [id, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const kind = kindOfId(other);
      if (kinds !== undefined && (kind === null || !kinds.includes(kind))) continue;
      const of = shown.get(id) ?? new Map<string, { relations: number; weight: number }>();
      const before = of.get(other) ?? { relations: 0, weight: 0 };
      of.set(other, { relations: before.relations + 1, weight: before.weight + weight });
      shown.set(id, of);
    }
  }
  return shown;
}

/** Key up to which the walk took all ties of an entity; ties that lead back to where it came from are taken. */
function takenUpTo(ties: readonly StrongTie[], chosen: ReadonlySet<string>, after: string | null): string | null {
  const missing = ties.findIndex(({ to }) => !chosen.has(to));
  const last = missing === -1 ? ties.at(-1) : ties[missing - 1];
  return last ? sortKeys.tie({ id: last.to, weight: last.weight }) : after;
}

function thinnedEntities(
  { chosen, ties }: Walked,
  relations: readonly RelationRecord[],
  { centers, filter, after }: NeighbourhoodQuestion,
): readonly ThinnedEntity[] {
  const shown = neighboursShown(relations, filter);
  return [...ties]
    .flatMap(([id, taken]): readonly ThinnedEntity[] => {
      const [first] = taken;
      if (!first) return [];
      const start = after !== undefined && centers[0] === id ? after : null;
      const counted = [...(shown.get(id) ?? [])].filter(
        ([other, { weight }]) => start === null || sortKeys.tie({ id: other, weight }) > start,
      );
      const neighboursLeftOut = first.neighbours - counted.length;
      if (neighboursLeftOut === 0) return [];
      const relationsShown = counted.reduce((sum, [, between]) => sum + between.relations, 0);
      return [
        {
          id,
          neighbours: first.neighbours,
          neighboursLeftOut,
          relationsLeftOut: first.allRelations - relationsShown,
          after: takenUpTo(taken, chosen, start),
        },
      ];
    })
    .sort((a, b) => b.neighboursLeftOut - a.neighboursLeftOut || (a.id < b.id ? -1 : 1));
}

/** `GraphWalks.neighbourhood`. */
export async function neighbourhood(reader: TraversalReader, question: NeighbourhoodQuestion): Promise<Subgraph> {
  const walked = await walk(reader, question);
  const ids = [...walked.chosen];
  const [records, relations] = await Promise.all([reader.entities(ids), reader.relationsAmong(ids, question.filter)]);
  const unknown = question.centers.find((id) => !records.some((record) => record?.id === id));
  if (unknown !== undefined) throw new UnknownEntityError(unknown);
  const thinned = thinnedEntities(walked, relations, question);
  return {
    entities: records.filter((record) => record !== null),
    relations,
    truncated: thinned.length > 0,
    thinned,
  };
}
