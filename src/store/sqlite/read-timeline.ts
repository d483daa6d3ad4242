import { dateWindow, keyRange } from '../date-window.js';
import type { Page, PageRequest, TimelineEntry, TimelineEntryType, TimelineFilter } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** Rows `t`, and the key along which they are walked. */
interface Entries {
  readonly rows: string;
  readonly key: string;
}

interface EntriesOfType {
  readonly whole: Entries;
  /** Those that concern `:owner`, found from the owner: what they cost doesn't grow with the store. */
  readonly owned: Entries;
}

const entriesOf: Readonly<Record<TimelineEntryType, EntriesOfType>> = {
  EVENT: {
    whole: { rows: 'entity AS t', key: 't.timeline_key' },
    owned: {
      rows: `(SELECT :owner AS id UNION
        SELECT w.other FROM tie AS n CROSS JOIN relation_end AS w INDEXED BY relation_end_by_other
          ON w.entity = n.entity AND w.other = n.other
        WHERE n.entity = :owner AND n.other_kind = 'EVENT'
          AND w.role = 'OUT' AND w.type IN ('PARTICIPATED_IN', 'ORGANIZED')) AS o
        CROSS JOIN entity AS t ON t.id = o.id`,
      key: 't.timeline_key',
    },
  },
  STATEMENT: {
    whole: { rows: 'statement AS t', key: 't.sort_key' },
    owned: {
      rows: 'statement_party AS o CROSS JOIN statement AS t ON o.entity = :owner AND t.sort_key = o.sort_key',
      key: 'o.sort_key',
    },
  },
  DOCUMENT: {
    whole: { rows: 'document AS t', key: 't.sort_key' },
    owned: {
      rows: 'contribution AS o CROSS JOIN document AS t ON o.entity = :owner AND t.sort_key = o.document_key',
      key: 'o.document_key',
    },
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
      const { rows, key } = entriesOf[type][owner === null ? 'whole' : 'owned'];
      const conditions = [
        `${key} < :before`,
        // An event may have begun before.
        type !== 'EVENT' && `${key} >= :notBefore`,
        beyond !== null && `${key} ${compare} :beyond`,
        window.firstDay !== null && 't.last_day >= :firstDay',
        window.lastDay !== null && 't.first_day <= :lastDay',
      ].filter((condition) => typeof condition === 'string');
      return `SELECT * FROM (SELECT '${type}' AS type, ${key} AS cursor, t.date, t.id FROM ${rows}
        WHERE ${conditions.join(' AND ')} ORDER BY ${key} ${order} LIMIT :take)`;
    });
  if (selects.length === 0) return pageFromRows<TimelineEntry>([], request);
  const rows = database.all<TimelineEntry & { readonly cursor: string }>(
    `${selects.join(' UNION ALL ')} ORDER BY cursor ${order} LIMIT :take`,
    { owner, ...window, ...keyRange(window), beyond, take },
  );
  const items = rows.map(({ type, date, id, cursor }) => ({ record: { type, date, id }, cursor }));
  return pageFromRows(direction === 'forward' ? items : items.reverse(), request);
}
