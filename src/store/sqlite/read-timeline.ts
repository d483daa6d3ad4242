import { dateWindow } from '../date-window.js';
import type { Page, PageRequest, TimelineEntry, TimelineEntryType, TimelineFilter } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

interface Entries {
  readonly table: string;
  readonly key: string;
  /** Which rows are entries at all. */
  readonly dated: string;
  /** Rows `t` that concern `:owner`, found from the owner: what they cost doesn't grow with the store. */
  readonly owned: string;
}

const entriesOf: Readonly<Record<TimelineEntryType, Entries>> = {
  EVENT: {
    table: 'entity',
    key: 'timeline_key',
    dated: 't.timeline_key IS NOT NULL',
    owned: `(SELECT :owner AS id UNION SELECT w.other FROM relation_end AS w
      WHERE w.entity = :owner AND w.role = 'OUT' AND w.type IN ('PARTICIPATED_IN', 'ORGANIZED')) AS o
      CROSS JOIN entity AS t ON t.id = o.id`,
  },
  STATEMENT: {
    table: 'statement',
    key: 'timeline_key',
    dated: 't.timeline_key IS NOT NULL',
    owned: `(SELECT sort_key FROM statement_party WHERE entity = :owner) AS o
      CROSS JOIN statement AS t ON t.sort_key = o.sort_key`,
  },
  DOCUMENT: {
    table: 'document',
    key: 'sort_key',
    dated: 't.date IS NOT NULL',
    owned: `(SELECT document_key FROM contribution WHERE entity = :owner) AS o
      CROSS JOIN document AS t ON t.sort_key = o.document_key`,
  },
};
const entryTypes = Object.keys(entriesOf) as readonly TimelineEntryType[];

/** Each type gives its first rows beyond the cursor, from an index; the page is the first of these together. */
export function readTimeline(
  database: SqliteDatabase,
  owner: string | null,
  filter: TimelineFilter,
  request: PageRequest,
): Page<TimelineEntry> {
  const window = dateWindow(filter);
  const { direction, beyond, take } = pageWindow(request);
  const [compare, order] = direction === 'forward' ? ['>', 'ASC'] : ['<', 'DESC'];
  const selects = entryTypes
    .filter((type) => filter.entries === undefined || filter.entries.includes(type))
    .map((type) => {
      const { table, key, dated, owned } = entriesOf[type];
      const conditions = [
        dated,
        beyond !== null && `t.${key} ${compare} :beyond`,
        window.firstDay !== null && 't.last_day >= :firstDay',
        window.lastDay !== null && 't.first_day <= :lastDay',
      ].filter((condition) => typeof condition === 'string');
      return `SELECT * FROM (SELECT '${type}' AS type, t.${key} AS cursor, t.date, t.id FROM ${owner === null ? `${table} AS t` : owned}
        WHERE ${conditions.join(' AND ')} ORDER BY t.${key} ${order} LIMIT :take)`;
    });
  if (selects.length === 0) return pageFromRows<TimelineEntry>([], request);
  const rows = database.all<TimelineEntry & { readonly cursor: string }>(
    `${selects.join(' UNION ALL ')} ORDER BY cursor ${order} LIMIT :take`,
    { owner, ...window, beyond, take },
  );
  const items = rows.map(({ type, date, id, cursor }) => ({ record: { type, date, id }, cursor }));
  return pageFromRows(direction === 'forward' ? items : items.reverse(), request);
}
