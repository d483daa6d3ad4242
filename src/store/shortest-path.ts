import { UnknownEntityError } from '../errors.js';
import type { EntityRecord } from '../model/records.js';
import type { GraphPath, TraversalFilter } from './graph-walks.js';
import type { EntityLink, TraversalReader } from './traversal-reader.js';

/** One half of the search: the entities at each distance from its end, nearest first. */
interface Wave {
  readonly layers: (readonly string[])[];
  readonly seen: Set<string>;
}

function wave(end: string): Wave {
  return { layers: [[end]], seen: new Set([end]) };
}

function front({ layers }: Wave): readonly string[] {
  return layers.at(-1) ?? [];
}

async function advance(
  reader: TraversalReader,
  from: Wave,
  filter: TraversalFilter,
  ends: readonly string[],
): Promise<void> {
  const met = await reader.neighbours(front(from), filter, ends);
  const layer = met.map(({ id }) => id).filter((id) => !from.seen.has(id));
  for (const id of layer) from.seen.add(id);
  from.layers.push(layer);
}

/**
 * The layers of all shortest paths, from one end to the other: layer i holds entities at distance i that may lie
 * on such a path. `null` where no path is short enough.
 *
 * The smaller front moves, so that a body with ten thousand ties is entered last.
 */
async function layersBetween(
  reader: TraversalReader,
  from: string,
  to: string,
  maxHops: number,
  filter: TraversalFilter,
): Promise<readonly (readonly string[])[] | null> {
  const [ahead, behind] = [wave(from), wave(to)];
  for (let hops = 1; hops <= maxHops; hops += 1) {
    await advance(reader, front(ahead).length <= front(behind).length ? ahead : behind, filter, [from, to]);
    const fronts = [front(ahead), front(behind)];
    if (fronts.some((layer) => layer.length === 0)) return null;
    const meeting = front(ahead).filter((id) => front(behind).includes(id));
    if (meeting.length > 0) {
      return [...ahead.layers.slice(0, -1), meeting, ...behind.layers.slice(0, -1).reverse()];
    }
  }
  return null;
}

/**
 * The first path through the layers in code-point order of its entities. Links are read from the far end on, and
 * an entity without a way on is left out, so that the walk from the near end never has to turn back.
 */
async function firstPath(
  reader: TraversalReader,
  layers: readonly (readonly string[])[],
  filter: TraversalFilter,
): Promise<readonly EntityLink[]> {
  const linksFrom: Map<string, EntityLink[]>[] = [];
  let reachable: readonly string[] = layers.at(-1) ?? [];
  for (const layer of layers.slice(0, -1).reverse()) {
    const links = new Map<string, EntityLink[]>();
    for (const link of await reader.links(layer, reachable, filter)) {
      links.set(link.from, [...(links.get(link.from) ?? []), link]);
    }
    linksFrom.unshift(links);
    reachable = [...links.keys()];
  }
  const path: EntityLink[] = [];
  let at = layers[0]?.[0] ?? '';
  for (const links of linksFrom) {
    const [first, ...others] = links.get(at) ?? [];
    if (!first) break;
    const step = others.reduce((best, link) => (link.to < best.to ? link : best), first);
    path.push(step);
    at = step.to;
  }
  return path;
}

function known(record: EntityRecord | null | undefined, id: string): EntityRecord {
  if (!record) throw new UnknownEntityError(id);
  return record;
}

/** `GraphStore.shortestPath`, by breadth-first search from both ends. */
export async function shortestPath(
  reader: TraversalReader,
  from: string,
  to: string,
  maxHops: number,
  filter: TraversalFilter,
): Promise<GraphPath | null> {
  const [first, last] = await reader.entities([from, to]);
  const start = known(first, from);
  known(last, to);
  if (from === to) return { entities: [start], relations: [] };
  const layers = await layersBetween(reader, from, to, maxHops, filter);
  if (!layers) return null;
  const links = await firstPath(reader, layers, filter);
  const [entities, relations] = await Promise.all([
    reader.entities([from, ...links.map((link) => link.to)]),
    reader.relations(links.map(({ relation }) => relation)),
  ]);
  return {
    entities: entities.filter((record) => record !== null),
    relations: relations.filter((record) => record !== null),
  };
}
