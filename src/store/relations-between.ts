import type { RelationRecord } from '../model/records.js';
import { sortKeys } from '../model/sort-key.js';
import type { Page, PageRequest } from './graph-store.js';
import type { TraversalFilter } from './graph-walks.js';
import { checkKnown } from './known-entities.js';
import { pageFromRows, pageWindow } from './page-from-rows.js';
import type { TraversalReader } from './traversal-reader.js';

/** `GraphWalks.relationsBetween`. */
export async function relationsBetween(
  reader: TraversalReader,
  entities: readonly string[],
  filter: TraversalFilter,
  request: PageRequest,
): Promise<Page<RelationRecord>> {
  const [, relations] = await Promise.all([
    checkKnown(reader, entities),
    reader.relationsAmong(entities, filter, pageWindow(request)),
  ]);
  const rows = relations.map((record) => ({ record, cursor: sortKeys.relation(record) }));
  return pageFromRows(rows, request);
}
