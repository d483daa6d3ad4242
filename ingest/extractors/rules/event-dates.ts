import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';

/**
 * Completes "--06" (June, no year): the last June that had begun by the day of the document, and not where the
 * sentence looks ahead. What lies after the document can't have happened in it.
 */
export function completeEventDate(
  event: EntityDraft,
  documentDate: string | null,
  sentences: readonly DiscourseSentence[],
): string | undefined {
  const { date } = event;
  if (date === undefined || !date.startsWith('--')) return date;
  if (documentDate === null || documentDate.length < 7 || isPlanned(event, sentences)) return undefined;
  const year = Number(documentDate.slice(0, 4));
  const partial = date.slice(2);
  const thisYear = `${year}-${partial}`;
  return thisYear <= documentDate.slice(0, thisYear.length) ? thisYear : `${year - 1}-${partial}`;
}

/** "--12-24" in the year that brings it nearest to another date: "2 January" in a journal of December is next year's. */
export function nearestYear(date: string | undefined, other: string | null): string | null {
  if (date === undefined || other === null || !/^\d{4}-\d{2}/.test(other)) return null;
  const days = (text: string) => Date.parse(`${text}${text.length === 7 ? '-15' : ''}T00:00:00Z`) / 86_400_000;
  const year = Number(other.slice(0, 4));
  const years = [year, year - 1, year + 1].map((candidate) => `${candidate}-${date.slice(2)}`);
  const distance = (text: string) => Math.abs(days(text) - days(other));
  return years.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

function isPlanned(event: EntityDraft, sentences: readonly DiscourseSentence[]): boolean {
  const first = sentences.find(({ units }) => units.some((unit) => unit.entity === event));
  return (
    first?.units.some(
      (unit) =>
        unit.term === undefined && /^(?:will|shall|would|forthcoming|upcoming|planned|coming|next)$/.test(unit.lower),
    ) ?? false
  );
}

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  half: 0.5,
};

/**
 * "The conversation lasted one hour and 15 minutes" as ISO 8601: "PT1H15M".
 *
 * @returns `undefined` where the sentence tells no duration.
 */
export function durationIn(sentence: string): string | undefined {
  if (!/\b(?:lasted|continued for|went on for|took)\b/i.test(sentence)) return undefined;
  const hours = amount(
    sentence,
    /(\d+(?:\.\d+)?|an?|one|two|three|four|five|six)(?:\s+and\s+a\s+(half))?\s+(?:full\s+)?hours?/i,
  );
  const minutes = amount(sentence, /(\d+)\s+min(?:ute)?s?/i);
  const total = Math.round(hours * 60 + minutes);
  if (total === 0) return undefined;
  const [h, m] = [Math.floor(total / 60), total % 60];
  return `PT${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}`;
}

function amount(sentence: string, pattern: RegExp): number {
  const match = pattern.exec(sentence);
  if (match === null) return 0;
  const [, count = '', half] = match;
  return (numbers[count.toLowerCase()] ?? Number(count)) + (half === undefined ? 0 : 0.5);
}
