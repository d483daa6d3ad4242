import { sortKeys } from '../model/sort-key.js';
import type { Page, PageRequest } from './graph-store.js';
import type { SharedNeighbour, SharedNeighboursQuestion } from './graph-walks.js';
import { checkKnown } from './known-entities.js';
import { pageOfAll } from './page-of-all.js';
import type { TraversalReader } from './traversal-reader.js';
import { maxTiesRead, tooManyTies } from './walk-limits.js';

/** `GraphWalks.sharedNeighbours`: the whole ranking is made for each page, since a rank isn't known before its end. */
export async function sharedNeighbours(
  reader: TraversalReader,
  { entities, atLeast, filter }: SharedNeighboursQuestion,
  request: PageRequest,
): Promise<Page<SharedNeighbour>> {
  await checkKnown(reader, entities);
  const degrees = await reader.degrees(entities, filter);
  if (degrees.reduce((sum, { degree }) => sum + degree, 0) > maxTiesRead) throw tooManyTies('commonNeighbours');
  const shared = await reader.sharedNeighbours(entities, filter, atLeast);
  const page = pageOfAll(shared, sortKeys.sharedNeighbour, request);
  const records = await reader.entities(page.items.map(({ record }) => record.id));
  return {
    ...page,
    items: page.items.flatMap(({ record: { tiedTo, weight }, cursor }, index) => {
      const entity = records[index];
      return entity ? [{ record: { entity, tiedTo, weight }, cursor }] : [];
    }),
  };
}
