import { dateWindow, keyRange } from '../date-window.js';
import type { TimelineEntry, TimelineEntryType, TimelineFilter } from '../graph-store.js';
import { dateConditions } from './page-sources.js';
import type { PageSource } from './read-pages.js';
import { statementRoles } from './relationship-types.js';

interface EntryWalks {
  readonly whole: string;
  /** Those that concern `$owner`. */
  readonly owned: string;
  readonly key: string;
  readonly range: readonly string[];
}

const anyRole = Object.values(statementRoles).join('|');
const sorted = { key: 't.sortKey', range: ['t.sortKey >= $notBefore', 't.sortKey < $before'] };

const entryWalks: Readonly<Record<TimelineEntryType, EntryWalks>> = {
  EVENT: {
    whole: 'MATCH (t:Entity)',
    owned: `MATCH (o:Entity {id: $owner})
      CALL (o) { RETURN o AS t UNION MATCH (o)-[:PARTICIPATED_IN|ORGANIZED]->(t:Entity) RETURN t } WITH t`,
    // Only what has a date has one; an event may have begun before the time asked for.
    ...{ key: 't.timelineKey', range: ['t.timelineKey < $before'] },
  },
  STATEMENT: {
    whole: 'MATCH (t:Statement)',
    owned: `MATCH (:Entity {id: $owner})<-[:${anyRole}]-(t:Statement)`,
    ...sorted,
  },
  DOCUMENT: {
    whole: 'MATCH (t:Document)',
    owned: 'MATCH (:Entity {id: $owner})<-[:MENTIONS]-(t:Document)',
    ...sorted,
  },
};
const entryTypes = Object.keys(entryWalks) as readonly TimelineEntryType[];

/** One page of events, statements and documents together: each type gives its first, the page is the first of these. */
export function timelineSource(owner: string | null, filter: TimelineFilter): PageSource<TimelineEntry, TimelineEntry> {
  const window = dateWindow(filter);
  return {
    variable: 't',
    key: 'coalesce(t.timelineKey, t.sortKey)',
    returned: `{type: CASE WHEN t:Entity THEN 'EVENT' WHEN t:Statement THEN 'STATEMENT' ELSE 'DOCUMENT' END,
      date: t.date, id: t.id}`,
    record: (row) => row,
    parameters: { owner, ...window, ...keyRange(window) },
    owned: [],
    all: entryTypes
      .filter((type) => filter.entries?.includes(type) ?? true)
      .map((type) => {
        const { whole, owned, key, range } = entryWalks[type];
        return {
          match: owner === null ? whole : owned,
          isRepeating: owner !== null,
          key,
          conditions: [...range, ...dateConditions('t')],
        };
      }),
  };
}
