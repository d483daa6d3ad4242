import { partialDate } from '../../../../src/model/partial-date.js';
import { wordClasses } from '../../../lexicon/word-classes.js';
import { type GrammarRule, termOf } from '../grammar-rule.js';
import type { Unit } from '../unit.js';
import { type UnitMatch, unitPattern } from '../unit-pattern.js';

function monthNumber(unit: Unit | undefined): number | undefined {
  const index = wordClasses.month.words.indexOf(unit?.lower ?? '');
  return index < 0 ? undefined : index + 1;
}

function dateOf(match: UnitMatch): string | undefined {
  const month = monthNumber(match.group('month')[0]);
  const day = match.group('day')[0];
  const year = match.group('year')[0];
  if (month === undefined) return undefined;
  const dayNumber = day === undefined ? undefined : Number.parseInt(day.text, 10);
  if (year !== undefined) return partialDate(Number(year.text), month, dayNumber) ?? undefined;
  // The year 2000 has every day of every month.
  const complete = partialDate(2000, month, dayNumber);
  return complete === null ? undefined : `-${complete.slice(4)}`;
}

function dateRule(name: string, pattern: string, example: readonly [string, string]): GrammarRule {
  return {
    name,
    reason: 'Dates as diplomatic documents write them; without a year they are "--07-04".',
    pattern: unitPattern(pattern),
    example,
    build: (match, units, context) => {
      const date = dateOf(match);
      return date === undefined ? null : termOf(units, context, { kind: 'DATE', rule: name, key: date, date });
    },
  };
}

/** "--07-04" and "--07" are dates whose year the text leaves open. A month alone stays a word: it may be part of a name. */
export const dateRules: readonly GrammarRule[] = [
  dateRule('date-day-month', '(?<day>[day]) (of)? (?<month>[month]) ([comma]? (?<year>[year]))?', [
    'It was sent on 8 July 1957.',
    '8 July 1957',
  ]),
  dateRule('date-month-day', '(?<month>[month]) (?<day>[day]) ([comma]? (?<year>[year]))?', [
    'It was sent on July 8, 1957.',
    'July 8, 1957',
  ]),
  dateRule('date-month-year', '(?<month>[month]) (of)? ([comma])? (?<year>[year])', [
    'They meet in July 1957.',
    'July 1957',
  ]),
];

/** A date whose year is known. */
export function isFullDate(date: string | undefined): date is string {
  return date !== undefined && !date.startsWith('-');
}
