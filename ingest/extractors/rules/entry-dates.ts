import type { ParsedSentence } from './document-reader.js';
import { nearestYear } from './event-dates.js';
import { isFullDate } from './grammar/dates.js';
import type { ReadUnit } from './reading.js';

/** "Wednesday, 8 July 1957", in characters. */
const longestHeading = 40;

/** A paragraph that is a date and no more heads an entry; a journal leaves the year out. */
export function dateHeading(
  { units, paragraph, sentence }: ParsedSentence,
  documentDate: string | null,
): string | null {
  // Only the first sentence of a longer paragraph can open an entry.
  const isLong = paragraph.text.length >= longestHeading;
  if (paragraph.role === 'title' || (isLong && (sentence.start !== paragraph.start || units[0]?.term?.kind !== 'DATE')))
    return null;
  const dates = units.flatMap((unit) => (unit.term?.kind === 'DATE' ? [unit.term] : []));
  const [date] = dates;
  const bare = units.every(
    (unit) => unit.term?.kind === 'DATE' || unit.features.has('weekday') || /^[^\p{L}\p{N}[\]]*$/u.test(unit.text),
  );
  // "14 September. Visited the Minister": the date opens the paragraph of its entry.
  const isFirst = sentence.start === paragraph.start;
  if (isFirst && units[0]?.term?.kind === 'DATE' && units[1]?.features.mark === 'stop' && units.length > 2)
    return entryDate(units[0].term.date, documentDate);
  const opens = isFirst && units.at(-1)?.features.mark === 'stop';
  if (date === undefined || dates.length !== 1 || !bare || (isLong && !opens)) return null;
  return entryDate(date.date, documentDate);
}

function entryDate(date: string | undefined, documentDate: string | null): string | null {
  return isFullDate(date) ? date : nearestYear(date, documentDate);
}

const fullLength = '1957-07-08'.length;

/**
 * When a talk was that a sentence opens: on the day that it names ("On May 3 I saw him"), else the day before where it
 * says "yesterday" or "last night", else the day on which it is told.
 */
export function toldDate(date: string | null, units: readonly ReadUnit[]): string | null {
  if (date === null || !isFullDate(date)) return date;
  const named = namedDay(date, units);
  if (named !== null) return named;
  const words = units.map(({ lower }) => lower).join(' ');
  if (date.length < fullLength || !/\b(?:yesterday|last (?:night|evening))\b/u.test(words)) return date;
  return daysBefore(date, /\bday before yesterday\b/u.test(words) ? 2 : 1);
}

/** The one day that stands outside what is told there; what was said of later days is told, too. */
function namedDay(date: string, units: readonly ReadUnit[]): string | null {
  const told = units.findIndex(({ term, lower }) => term === undefined && subordinators.has(lower));
  const days = units
    .slice(0, told < 0 ? units.length : told)
    .flatMap(({ term }) => (term?.kind === 'DATE' ? [term.date] : []));
  if (days.length !== 1) return null;
  const [day] = days;
  const full = isFullDate(day) ? day : nearestYear(day, date);
  return full !== null && full.length === date.length && full <= date ? full : null;
}

const subordinators = new Set('that,whether,if,who,which,whom,about,because,since,when,until,before,after'.split(','));

function daysBefore(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}
