import type { RelationRecord } from '../model/records.js';
import type { GraphPath, TraversalFilter } from './graph-walks.js';
import { checkKnown } from './known-entities.js';
import type { EntityMet, TraversalReader } from './traversal-reader.js';

/**
 * One half of the search. Of the shortest ways from an entity back to the end, only the first in the order of the answer
 * is kept: the one whom it was met from.
 */
class Wave {
  front: readonly string[];
  readonly #metFrom = new Map<string, string | null>();

  constructor(
    end: string,
    /** Order of what a hop meets, by whom it was met from and by itself. */
    readonly compare: (a: EntityMet, b: EntityMet) => number,
  ) {
    this.front = [end];
    this.#metFrom.set(end, null);
  }

  /** Goes one hop on. @param met - The neighbours of the front. */
  advance(met: readonly EntityMet[]): void {
    const next = met.filter(({ id }) => !this.#metFrom.has(id)).sort(this.compare);
    for (const { id, via } of next) this.#metFrom.set(id, this.front[via] ?? null);
    this.front = next.map(({ id }) => id);
  }

  /** From an entity that was met to the end, both included. */
  wayBack(id: string): readonly string[] {
    const way: string[] = [];
    for (let at: string | null = id; at !== null; at = this.#metFrom.get(at) ?? null) way.push(at);
    return way;
  }
}

function byId(a: EntityMet, b: EntityMet): number {
  return a.id < b.id ? -1 : 1;
}

/** From the start, the way to the one that it was met from counts first: `via` is a place in an ordered front. */
function byWay(a: EntityMet, b: EntityMet): number {
  return a.via - b.via || byId(a, b);
}

/**
 * Entities of the first shortest path in code-point order; `null` where none is short enough.
 *
 * Both ends move a hop in the first round trip. From then on it is asked whether the fronts are joined, and if they
 * aren't, the smaller front moves: those whom a body with ten thousand ties is tied to are hardly ever read.
 */
async function search(
  reader: TraversalReader,
  from: string,
  to: string,
  maxHops: number,
  filter: TraversalFilter,
): Promise<readonly string[] | null> {
  const [ahead, behind] = [new Wave(from, byWay), new Wave(to, byId)];
  const [direct, met, metBehind] = await Promise.all([
    reader.links([from], [to], filter),
    reader.neighbours([from], filter),
    maxHops > 1 ? reader.neighbours([to], filter) : [],
    checkKnown(reader, [from, to]),
  ]);
  if (direct.length > 0) return [from, to];
  ahead.advance(met);
  behind.advance(metBehind);
  const isBehind = new Set(behind.front);
  const between = ahead.front.find((id) => isBehind.has(id));
  if (between !== undefined) return [from, between, to];

  for (let hops = 3; hops <= maxHops && ahead.front.length > 0 && behind.front.length > 0; hops += 1) {
    const links = await reader.links(ahead.front, behind.front, filter);
    if (links.length > 0) {
      const place = new Map(ahead.front.map((id, index) => [id, index]));
      const steps = links.map((link) => ({ id: link.to, via: place.get(link.from) ?? 0 }));
      const first = steps.reduce((best, step) => (byWay(step, best) < 0 ? step : best));
      return [...ahead.wayBack(ahead.front[first.via] ?? from).toReversed(), ...behind.wayBack(first.id)];
    }
    if (hops === maxHops) return null;
    const wave = ahead.front.length <= behind.front.length ? ahead : behind;
    wave.advance(await reader.neighbours(wave.front, filter));
  }
  return null;
}

/** For each hop, the relation whose id comes first. @param relations - All among the entities, in id order. */
function relationsOf(path: readonly string[], relations: readonly RelationRecord[]): readonly RelationRecord[] {
  return path.slice(1).flatMap((id, hop) => {
    const before = path[hop];
    const isHop = ({ source, target }: RelationRecord): boolean =>
      (source === before && target === id) || (source === id && target === before);
    return relations.find(isHop) ?? [];
  });
}

async function withRecords(
  reader: TraversalReader,
  path: readonly string[],
  filter: TraversalFilter,
): Promise<GraphPath> {
  const [entities, relations] = await Promise.all([reader.entities(path), reader.relationsAmong(path, filter)]);
  return { entities: entities.filter((record) => record !== null), relations: relationsOf(path, relations) };
}

/** `GraphStore.shortestPath`, by breadth-first search from both ends; by the store's own where it has one. */
export async function shortestPath(
  reader: TraversalReader,
  from: string,
  to: string,
  maxHops: number,
  filter: TraversalFilter,
): Promise<GraphPath | null> {
  if (from === to) {
    await checkKnown(reader, [from]);
    return withRecords(reader, [from], filter);
  }
  const found = await reader.firstShortestPath?.({ from, to, maxHops, filter });
  if (found === null) await checkKnown(reader, [from, to]);
  if (found !== undefined) return found;
  const path = await search(reader, from, to, maxHops, filter);
  return path === null ? null : withRecords(reader, path, filter);
}
