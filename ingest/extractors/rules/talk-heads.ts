import { wordClasses } from '../../lexicon/word-classes.js';
import { ofParagraph } from '../../text/of-paragraph.js';
import type { EntityDraft } from './entity-draft.js';
import { isFullDate } from './grammar/dates.js';
import type { ReadUnit } from './reading.js';

/** What a line above the text of a record tells of the talk. */
type HeadLine = 'place' | 'time' | 'silent';

const silentRole = 'interpret(?:ers?|ing|ation)|translators?|note-? ?takers?|stenographers?|transcribers?';
const writing =
  '(?:interpreted|translated|recorded|transcribed|(?:notes|minutes|record) (?:taken|kept|made)|taken down) by';

const headLines: Readonly<Record<HeadLine, RegExp>> = {
  place: /^\W*(?:(?:date|time) and )?(?:place|venue|location)\b[^:.\n]{0,40}:/iu,
  time: /^\W*(?:date|time)\b[^:.\n]{0,40}:/iu,
  // "Interpreter and note-taker: …", "Minutes taken by: …"
  silent: new RegExp(`^\\W*(?:(?:${silentRole})(?:[\\s,/&-]+(?:and|${silentRole}))*|${writing})\\s*:`, 'iu'),
};

const toldBy = ofParagraph((paragraph): ReadonlySet<HeadLine> => {
  const lines = Object.entries(headLines) as [HeadLine, RegExp][];
  return new Set(lines.flatMap(([what, pattern]) => (pattern.test(paragraph) ? [what] : [])));
});

/** "Place: …", "DATE AND TIME: …", "Interpreter and note-taker: …": one line may tell when and where. */
export function tellsHead(what: HeadLine, paragraph: string): boolean {
  return toldBy(paragraph).has(what);
}

const silentWord = /^(?:interpreters?|translators?|note-?takers?|stenographers?|interpreting|translating)$/u;

/** Those of a list who were there to interpret or to take notes: said before their names, or behind one of them. */
export function silentIn(units: readonly ReadUnit[]): readonly EntityDraft[] {
  const persons = units.flatMap(({ entity }, index) => (entity?.kind === 'PERSON' ? [{ entity, index }] : []));
  return persons.flatMap(({ entity, index }, at) => {
    const last = persons[at + 1]?.index ?? units.length;
    const isSaidBehind = units.slice(index, last).some(isSilentRole);
    const lead = units.slice(0, index);
    const said = lead.findIndex(isSilentRole);
    // "Interpreters: A and B"; not "A, interpreter, B".
    const isSaidBefore = said >= 0 && !lead.slice(0, said).some((unit) => unit.entity?.kind === 'PERSON');
    return isSaidBehind || isSaidBefore ? [entity] : [];
  });
}

function isSilentRole({ lower, term }: ReadUnit): boolean {
  return silentWord.test(lower) || (term?.parts ?? []).some(({ term: part }) => silentWord.test(part.head ?? ''));
}

/** When a talk was held, which may go on past midnight. */
export interface TalkTime {
  readonly date: string;
  readonly endDate: string | null;
}

const monthName = wordClasses.month.words.join('|');
const days = '(\\d{1,2})\\s*(?:-|–|—|to|and)\\s*(\\d{1,2})';
const periods = [
  new RegExp(`(?<month>${monthName})\\s+${days},?\\s+(?<year>\\d{4})`, 'iu'),
  new RegExp(`(?<!\\d)${days}\\s+(?<month>${monthName}),?\\s+(?<year>\\d{4})`, 'iu'),
];
/** A talk goes on into the next day, or the one after that. */
const mostNights = 3;

/** The day, or the days, that a title or a line of the head gives: "17–18 February 1973". */
export function talkTime(text: string, units: readonly ReadUnit[]): TalkTime | null {
  for (const period of periods) {
    const match = period.exec(text);
    if (match === null) continue;
    const [from, to] = match
      .slice(1)
      .filter((part) => /^\d{1,2}$/u.test(part))
      .map(Number);
    const month = wordClasses.month.words.indexOf(match.groups?.month?.toLowerCase() ?? '') + 1;
    if (from === undefined || to === undefined || to <= from || to - from > mostNights) return null;
    const day = (number: number) =>
      `${match.groups?.year ?? ''}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
    return { date: day(from), endDate: day(to) };
  }
  const dates = units.flatMap(({ term }) => (term?.kind === 'DATE' && isWholeDay(term.date) ? [term.date] : []));
  const [date, ...later] = dates;
  if (date === undefined) return null;
  const end = later.at(-1);
  return { date, endDate: end !== undefined && end > date && nights(date, end) <= mostNights ? end : null };
}

function isWholeDay(date: string | undefined): date is string {
  return isFullDate(date) && date.length === '1957-07-08'.length;
}

function nights(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);
}

const nouns = 'conversation|meeting|discussion|talk|interview|audience|call|dinner|lunch|luncheon|breakfast|exchange';
const spokenOf = new RegExp(`\\b(?:telephone )?(?:${nouns})\\b`, 'iu');

/** What a title or a sentence calls the talk, in the singular; "conversation" where it doesn't say. */
export function talkNoun(text: string): string {
  return (
    spokenOf.exec(text.replace(/\b(talk|discussion|conversation|meeting)s\b/giu, '$1'))?.[0].toLowerCase() ??
    'conversation'
  );
}
