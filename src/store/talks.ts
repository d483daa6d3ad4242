import type { PartialDate } from '../model/partial-date.js';
import type { EntityRecord, StatementRecord } from '../model/records.js';
import type { Encounter } from './account-reader.js';
import { coveredDays } from './date-window.js';

/** A talk as one document tells it. */
export interface Talk {
  readonly document: string;
  readonly event: string | null;
  readonly date: PartialDate | null;
  readonly endDate: PartialDate | null;
  /** In order. */
  readonly participants: readonly string[];
  /** Where the document first tells of it. */
  readonly start: number;
}

/** What tells it apart from the other talks of its document. */
export function talkKey({ event, date, participants }: Talk): string {
  return event ?? `${date}/${participants[0]}`;
}

/** Whether two partial dates can be one: equal, or a month and a day of it. Years say too little. */
function isAlike(a: PartialDate, b: PartialDate): boolean {
  const [less, more] = a.length <= b.length ? [a, b] : [b, a];
  return less.length >= '1957-07'.length && more.startsWith(less);
}

function isOn(talk: Pick<Talk, 'date' | 'endDate'>, date: PartialDate): boolean {
  const [days, told] = [coveredDays(talk.date, talk.endDate), coveredDays(date)];
  const isBefore = told.lastDay !== null && days.firstDay !== null && told.lastDay < days.firstDay;
  const isAfter = told.firstDay !== null && days.lastDay !== null && told.firstDay > days.lastDay;
  return !isBefore && !isAfter;
}

export function sharedParticipants(a: Talk, b: Talk): readonly string[] {
  return a.participants.filter((id) => b.participants.includes(id));
}

function isSameTalk(a: Talk, b: Talk): boolean {
  if (a.event !== null && a.event === b.event) return true;
  return a.date !== null && b.date !== null && isAlike(a.date, b.date) && sharedParticipants(a, b).length >= 2;
}

function groupsOf<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const grouped = <T>(rows: readonly T[], keyOf: (row: T) => string) => [...groupsOf(rows, keyOf).values()];

const byDocument = (talks: readonly Talk[]) => groupsOf(talks, ({ document }) => document);

/** Those who met on one day, as groups none of whom met one of another group: union-find over who met whom. */
function circles(meetings: readonly Encounter[]): readonly (readonly Encounter[])[] {
  const parents = new Map<string, string>();
  const first = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    if (root !== id) parents.set(id, root);
    return root;
  };
  for (const { source, target } of meetings) {
    const [one, other] = [first(source), first(target)];
    if (one !== other) parents.set(other, one);
  }
  return grouped(meetings, ({ source }) => first(source));
}

/** The talks that documents tell; `events` are those that encounters name. */
export function talksOf(encounters: readonly Encounter[], events: ReadonlyMap<string, EntityRecord>): readonly Talk[] {
  const attended = encounters.filter(({ type }) => type === 'PARTICIPATED_IN');
  const talks = grouped(attended, ({ document, target }) => `${document} ${target}`).flatMap(
    (rows): readonly Talk[] => {
      const [first] = rows;
      const event = events.get(first?.target ?? '');
      if (!first || !event) return [];
      const told = rows.flatMap(({ date }) => date ?? []).sort();
      return [
        {
          document: first.document,
          event: event.id,
          date: event.date ?? told[0] ?? null,
          endDate: event.date === null ? null : event.endDate,
          participants: [...new Set(rows.map(({ source }) => source))].sort(),
          start: Math.min(...rows.map(({ start }) => start)),
        },
      ];
    },
  );
  const ofDocument = byDocument(talks);
  const meetings = encounters.filter(({ type, document, source, target, date }) => {
    if (type !== 'MET_WITH' || date === null) return false;
    const covers = (talk: Talk): boolean =>
      [source, target].every((id) => talk.participants.includes(id)) && isOn(talk, date);
    return !ofDocument.get(document)?.some(covers);
  });
  const days = grouped(meetings, ({ document, date }) => `${document} ${date}`);
  const met = days.flatMap(circles).flatMap((circle): readonly Talk[] => {
    const [first] = circle;
    if (!first) return [];
    const participants = [...new Set(circle.flatMap(({ source, target }) => [source, target]))].sort();
    const start = Math.min(...circle.map((meeting) => meeting.start));
    return [{ document: first.document, event: null, date: first.date, endDate: null, participants, start }];
  });
  return [...talks, ...met];
}

function couldBeSaidAt(talk: Talk, { speaker, addressees, reportedBy, date }: StatementRecord): boolean {
  const isThere = (id: string): boolean => talk.participants.includes(id);
  return (
    (date === null ? talk.date === null : isOn(talk, date)) &&
    (isThere(speaker) || reportedBy.some(isThere)) &&
    (addressees.length === 0 || addressees.some(isThere))
  );
}

/** Which of a document's talks each of its statements was made at. @param talks - All talks of the documents. */
export function statementsByTalk(
  talks: readonly Talk[],
  statements: readonly StatementRecord[],
): ReadonlyMap<Talk, readonly StatementRecord[]> {
  const ofDocument = byDocument(talks);
  const byTalk = new Map<Talk, StatementRecord[]>();
  for (const statement of [...statements].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))) {
    const possible = ofDocument.get(statement.document)?.filter((talk) => couldBeSaidAt(talk, statement)) ?? [];
    const inOrder = possible.sort((a, b) => a.start - b.start || (talkKey(a) < talkKey(b) ? -1 : 1));
    const talk = inOrder.findLast(({ start }) => start <= statement.start) ?? inOrder[0];
    if (!talk) continue;
    const said = byTalk.get(talk);
    if (said) said.push(statement);
    else byTalk.set(talk, [statement]);
  }
  return byTalk;
}

export interface TalkPair {
  readonly left: Talk;
  readonly right: Talk;
}

/** Those of two lists that are the same. */
export function pairsOf(own: readonly Talk[], others: readonly Talk[]): readonly TalkPair[] {
  const month = ({ date }: Talk): string => date?.slice(0, '1957-07'.length) ?? '';
  const [ofEvent, ofMonth] = [groupsOf(others, ({ event }) => event ?? ''), groupsOf(others, month)];
  return own.flatMap((left) => {
    const near = new Set([...(ofEvent.get(left.event ?? '') ?? []), ...(ofMonth.get(month(left)) ?? [])]);
    return [...near].filter((right) => isSameTalk(left, right)).map((right) => ({ left, right }));
  });
}
