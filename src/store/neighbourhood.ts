import { UnknownEntityError } from '../errors.js';
import { kindOfId } from '../model/entity-id.js';
import type { EntityKind } from '../model/ontology.js';
import type { RelationRecord } from '../model/records.js';
import { sortKeys, tieOfKey } from '../model/sort-key.js';
import type { Subgraph } from './graph-store.js';
import type { NeighbourhoodQuestion, ThinnedEntity, TraversalFilter } from './graph-walks.js';
import { type ShownRelations, shownRelations } from './shown-relations.js';
import { byTie } from './tie-ranking.js';
import type { StrongTie, TraversalReader } from './traversal-reader.js';
import { maxTiesRead } from './walk-limits.js';

/** Where a walk has been: the ties that it read of each entity, strongest first, and the entities it took. */
interface Walked {
  readonly chosen: ReadonlySet<string>;
  readonly ties: ReadonlyMap<string, readonly StrongTie[]>;
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

/** Of one entity, what the relations shown tell. */
interface Shown {
  neighbours: number;
  relations: number;
}

/**
 * How many neighbours of the filter's kinds each entity has among the relations, and how many of these lead to them. A pair is
 * one number, since tens of thousands of relations are looked at.
 */
function countShown(
  entities: readonly string[],
  relations: readonly RelationRecord[],
  { kinds }: TraversalFilter,
): ReadonlyMap<string, Shown> {
  const places = new Map(entities.map((id, place) => [id, place]));
  const counts = entities.map((): Shown => ({ neighbours: 0, relations: 0 }));
  const isOfKind = entities.map((id) => kinds === undefined || kinds.includes(kindOfId(id) as EntityKind));
  const seen = new Set<number>();
  const count = (at: number, other: number): void => {
    const of = counts[at];
    if (!of || isOfKind[other] !== true) return;
    of.relations += 1;
    const pair = at * entities.length + other;
    if (!seen.has(pair)) of.neighbours += 1;
    seen.add(pair);
  };
  for (const { source, target } of relations) {
    const [from, to] = [places.get(source), places.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    count(from, to);
    count(to, from);
  }
  return new Map(entities.map((id, place) => [id, counts[place] ?? { neighbours: 0, relations: 0 }]));
}

/** The relations of one entity that are shown and lead to neighbours behind a key of `sortKeys.tie`. */
function relationsBehind(
  start: string,
  center: string,
  relations: readonly RelationRecord[],
): readonly RelationRecord[] {
  const otherEnd = ({ source, target }: RelationRecord) => (source === center ? target : source);
  const own = relations.filter(({ source, target }) => source === center || target === center);
  const weights = new Map<string, number>();
  for (const relation of own) {
    const id = otherEnd(relation);
    weights.set(id, (weights.get(id) ?? 0) + relation.weight);
  }
  return own.filter((relation) => {
    const id = otherEnd(relation);
    return sortKeys.tie({ id, weight: weights.get(id) ?? 0 }) > start;
  });
}

/** Key up to which all ties of an entity are shown. */
function takenUpTo(
  ties: readonly StrongTie[],
  isShown: (tie: StrongTie) => boolean,
  after: string | null,
): string | null {
  const missing = ties.findIndex((tie) => !isShown(tie));
  const last = missing === -1 ? ties.at(-1) : ties[missing - 1];
  return last ? sortKeys.tie({ id: last.to, weight: last.weight }) : after;
}

/** Ties between two that are there are shown, but for those that were too many. */
function shownTies(chosen: ReadonlySet<string>, { relations, truncated }: ShownRelations): (tie: StrongTie) => boolean {
  if (!truncated) return ({ to }) => chosen.has(to);
  const pairs = new Set(relations.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]));
  return ({ from, to }) => pairs.has(`${from} ${to}`);
}

function thinnedEntities(
  { chosen, ties }: Walked,
  shownRelations: ShownRelations,
  { centers, filter, after }: NeighbourhoodQuestion,
): readonly ThinnedEntity[] {
  const ids = [...chosen];
  const { relations } = shownRelations;
  const shown = countShown(ids, relations, filter);
  const isShown = shownTies(chosen, shownRelations);
  return [...ties]
    .flatMap(([id, taken]): readonly ThinnedEntity[] => {
      const [first] = taken;
      if (!first) return [];
      const start = after !== undefined && centers[0] === id ? after : null;
      const counted = start === null ? shown : countShown(ids, relationsBehind(start, id, relations), filter);
      const { neighbours = 0, relations: relationsShown = 0 } = counted.get(id) ?? {};
      const neighboursLeftOut = first.neighbours - neighbours;
      if (neighboursLeftOut === 0) return [];
      return [
        {
          id,
          neighbours: first.neighbours,
          neighboursLeftOut,
          relationsLeftOut: first.allRelations - relationsShown,
          after: takenUpTo(taken, isShown, start),
        },
      ];
    })
    .sort((a, b) => b.neighboursLeftOut - a.neighboursLeftOut || (a.id < b.id ? -1 : 1));
}

/** `GraphWalks.neighbourhood`. */
export async function neighbourhood(reader: TraversalReader, question: NeighbourhoodQuestion): Promise<Subgraph> {
  const walked = await walk(reader, question);
  const ids = [...walked.chosen];
  const [records, shown] = await Promise.all([
    reader.entities(ids),
    shownRelations(reader, ids, question.filter, question.edgeLimit),
  ]);
  const unknown = question.centers.find((id) => !records.some((record) => record?.id === id));
  if (unknown !== undefined) throw new UnknownEntityError(unknown);
  const thinned = thinnedEntities(walked, shown, question);
  return {
    entities: records.filter((record) => record !== null),
    relations: shown.relations,
    edgesTruncated: shown.truncated,
    truncated: thinned.length > 0,
    thinned,
  };
}
