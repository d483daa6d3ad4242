import type { ParsedSentence } from './document-reader.js';
import { nearestYear } from './event-dates.js';
import { isFullDate } from './grammar/dates.js';
import type { ReadUnit } from './reading.js';

/** A paragraph that is a date and no more heads an entry; a journal leaves the year out. */
export function dateHeading({ units, paragraph }: ParsedSentence, documentDate: string | null): string | null {
  if (paragraph.role === 'title') return null;
  const dates = units.flatMap((unit) => (unit.term?.kind === 'DATE' ? [unit.term] : []));
  const [date] = dates;
  const bare = units.every(
    (unit) => unit.term?.kind === 'DATE' || unit.features.has('weekday') || /^[^\p{L}\p{N}[\]]*$/u.test(unit.text),
  );
  if (date === undefined || dates.length !== 1 || !bare || paragraph.text.length >= 40) return null;
  return isFullDate(date.date) ? date.date : nearestYear(date.date, documentDate);
}

/** "yesterday" is the day before the day on which it is told. */
export function toldDate(date: string | null, units: readonly ReadUnit[]): string | null {
  if (date === null || !isFullDate(date) || !units.some(({ lower }) => lower === 'yesterday')) return date;
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
