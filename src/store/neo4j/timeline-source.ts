import { dateWindow } from '../date-window.js';
import type { TimelineEntry, TimelineEntryType, TimelineFilter } from '../graph-store.js';
import { dateConditions } from './page-sources.js';
import type { PageSource } from './read-pages.js';
import { statementRoles } from './relationship-types.js';

interface EntryWalks {
  readonly whole: string;
  /** Those that concern `$owner`. */
  readonly owned: string;
}

const anyRole = Object.values(statementRoles).join('|');

/** Only what has a date has a `timelineKey`. */
const entryWalks: Readonly<Record<TimelineEntryType, EntryWalks>> = {
  EVENT: {
    whole: 'MATCH (t:Entity)',
    owned: `MATCH (o:Entity {id: $owner})
      CALL (o) { RETURN o AS t UNION MATCH (o)-[:PARTICIPATED_IN|ORGANIZED]->(t:Entity) RETURN t } WITH t`,
  },
  STATEMENT: {
    whole: 'MATCH (t:Statement)',
    owned: `MATCH (:Entity {id: $owner})<-[:${anyRole}]-(t:Statement)`,
  },
  DOCUMENT: {
    whole: 'MATCH (t:Document)',
    owned: 'MATCH (:Entity {id: $owner})<-[:MENTIONS]-(t:Document)',
  },
};
const entryTypes = Object.keys(entryWalks) as readonly TimelineEntryType[];

/** One page of events, statements and documents together: each type gives its first, the page is the first of these. */
export function timelineSource(owner: string | null, filter: TimelineFilter): PageSource<TimelineEntry, TimelineEntry> {
  return {
    variable: 't',
    key: 't.timelineKey',
    returned: `{type: CASE WHEN t:Entity THEN 'EVENT' WHEN t:Statement THEN 'STATEMENT' ELSE 'DOCUMENT' END,
      date: t.date, id: t.id}`,
    record: (row) => row,
    parameters: { owner, ...dateWindow(filter) },
    owned: [],
    all: entryTypes
      .filter((type) => filter.entries?.includes(type) ?? true)
      .map((type) => ({
        match: owner === null ? entryWalks[type].whole : entryWalks[type].owned,
        isRepeating: owner !== null,
        conditions: dateConditions('t'),
      })),
  };
}
