import type { Subgraph } from './graph-store.js';
import type { TraversalFilter } from './graph-walks.js';
import { shownRelations } from './shown-relations.js';
import { strongest } from './strongest.js';
import type { TraversalReader } from './traversal-reader.js';

/** `GraphStore.network`: entities that the filter leaves without a relation are no part of it. */
export async function network(
  reader: TraversalReader,
  filter: TraversalFilter,
  limit: number,
  edgeLimit?: number,
): Promise<Subgraph> {
  const found = await strongest(reader, filter, limit + 1);
  const ids = found.slice(0, limit).map(({ id }) => id);
  const [records, shown] = await Promise.all([reader.entities(ids), shownRelations(reader, ids, filter, edgeLimit)]);
  return {
    entities: records.filter((record) => record !== null),
    relations: shown.relations,
    edgesTruncated: shown.truncated,
    truncated: found.length > limit,
  };
}
