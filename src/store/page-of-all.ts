import type { Page, PageRequest } from './graph-store.js';
import { pageFromRows, pageWindow } from './page-from-rows.js';

/** The page of records that were computed and are all there, in any order. @param keyOf - Its sort key. */
export function pageOfAll<T>(records: readonly T[], keyOf: (record: T) => string, request: PageRequest): Page<T> {
  const { direction, beyond, take } = pageWindow(request);
  const rows = records
    .map((record) => ({ record, cursor: keyOf(record) }))
    .filter(({ cursor }) => beyond === null || (direction === 'forward' ? cursor > beyond : cursor < beyond))
    .sort((a, b) => (a.cursor < b.cursor ? -1 : 1));
  return pageFromRows(direction === 'forward' ? rows.slice(0, take) : rows.slice(-take), request);
}
