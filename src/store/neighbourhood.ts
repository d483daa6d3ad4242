import { UnknownEntityError } from '../errors.js';
import type { Subgraph, TraversalFilter } from './graph-store.js';
import type { TraversalReader, WeightedEntity } from './traversal-reader.js';

function byTie(a: WeightedEntity, b: WeightedEntity): number {
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

/**
 * `GraphStore.neighbourhood`: breadth first, one round trip a hop.
 *
 * An entity's tie is counted from the whole of the hop before, and hops are cut whole: what `limit` leaves out of one
 * hop is not met again on the next.
 */
export async function neighbourhood(
  reader: TraversalReader,
  center: string,
  depth: number,
  filter: TraversalFilter,
  limit: number,
): Promise<Subgraph> {
  const chosen = new Set([center]);
  let hop: readonly string[] = [center];
  let truncated = false;
  for (let distance = 1; distance <= depth && hop.length > 0 && !truncated; distance += 1) {
    const met = await reader.neighbours(hop, filter, []);
    const next = met.filter(({ id }) => !chosen.has(id)).sort(byTie);
    const room = limit - chosen.size;
    truncated = next.length > room;
    hop = next.slice(0, room).map(({ id }) => id);
    for (const id of hop) chosen.add(id);
  }
  const ids = [...chosen];
  const [records, relations] = await Promise.all([reader.entities(ids), reader.relationsAmong(ids, filter)]);
  if (!records[0]) throw new UnknownEntityError(center);
  return { entities: records.filter((record) => record !== null), relations, truncated };
}
