import { type PartialDate, partialDate } from '../../src/model/partial-date.js';
import type { TextRange } from './source.js';

/** A date that a title, a dateline or a citation is written with. */
export interface FoundDate extends TextRange {
  readonly date: PartialDate;
}

interface DateForm {
  readonly reason: string;
  /** Named groups `year`, `month` and `day`; the month in figures, in Roman figures or by its name. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly date: PartialDate;
}

const month =
  '(?<month>Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const monthOfRange = month.replace('?<month>', '?:');
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const anyDay = '\\d{1,2}(?:st|nd|rd|th)?';
const year = '(?<year>1[89]\\d\\d|20\\d\\d)(?!\\d)';
const to = '\\s*(?:-|–|—|to|through|until|and)\\s*';
const russianMonths = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');

/**
 * Forms in which archives write dates, most exact reading first: a period must not be read as its last day.
 *
 * A period is as exact as what all its days share: its month or its year. Slashed dates ("8/7/1957") are left
 * unread, since nobody can tell day and month apart.
 */
export const dateForms: readonly DateForm[] = [
  {
    reason: 'a period over two months: its year',
    pattern: new RegExp(`(?<!\\d)${anyDay} ${monthOfRange}${to}${anyDay} ${monthOfRange},? ${year}`, 'giu'),
    example: 'from 28 July to 2 August 1957',
    date: '1957',
  },
  {
    reason: 'a period inside a month, day first: its month',
    pattern: new RegExp(`(?<!\\d)${anyDay}${to}${anyDay} ${month},? ${year}`, 'giu'),
    example: 'Journal for 11-31 July 1957',
    date: '1957-07',
  },
  {
    reason: 'a period inside a month, month first: its month',
    pattern: new RegExp(`\\b${month} ${anyDay}${to}${anyDay}, ${year}`, 'giu'),
    example: 'July 11–31, 1957',
    date: '1957-07',
  },
  {
    reason: 'day, month, year',
    pattern: new RegExp(`(?<!\\d)${day}(?: of)? ${month},? ${year}`, 'giu'),
    example: 'Pyongyang, 8 July 1957',
    date: '1957-07-08',
  },
  {
    reason: 'month, day, year',
    pattern: new RegExp(`\\b${month} ${day},? ${year}`, 'giu'),
    example: 'Washington, February 4, 1955, 11:30 a.m.',
    date: '1955-02-04',
  },
  {
    reason: 'ISO 8601',
    pattern: /(?<![\d-])(?<year>1[89]\d\d|20\d\d)-(?<month>\d{2})-(?<day>\d{2})(?![\d-])/gu,
    example: '1957-07-08',
    date: '1957-07-08',
  },
  {
    reason: 'dots, as in Europe: the day comes first',
    pattern: /(?<![\d.])(?<day>\d{1,2})\.\s?(?<month>\d{1,2}|[IVX]{1,4})\.\s?(?<year>19\d\d|[2-9]\d(?=\s*g\.))(?!\d)/gu,
    example: 'Berlin, den 8.VII.1957',
    date: '1957-07-08',
  },
  {
    reason: 'Russian',
    pattern: new RegExp(`(?<!\\d)(?<day>\\d{1,2}) (?<month>${russianMonths.join('|')}) (?<year>19\\d\\d)`, 'giu'),
    example: '8 июля 1957 г.',
    date: '1957-07-08',
  },
  {
    reason: 'Chinese, Japanese, Korean',
    pattern: /(?<!\d)(?<year>19\d\d)\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/gu,
    example: '1957년 7월 8일',
    date: '1957-07-08',
  },
];

const monthAndYear: DateForm = {
  reason: 'a month alone',
  pattern: new RegExp(`\\b${month},? (?:of )?${year}`, 'giu'),
  example: 'Report for July 1957',
  date: '1957-07',
};

const englishMonths = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const romanMonths = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');

function monthNumber(name: string): number {
  if (/^\d+$/u.test(name)) return Number(name);
  const lower = name.toLowerCase();
  const roman = romanMonths.indexOf(lower);
  if (roman >= 0) return roman + 1;
  const russian = russianMonths.indexOf(lower);
  return (russian >= 0 ? russian : englishMonths.indexOf(lower.slice(0, 3))) + 1;
}

function readDate(match: RegExpExecArray | RegExpMatchArray): PartialDate | null {
  const { year: y = '', month: m, day: d } = match.groups ?? {};
  const fullYear = y.length === 2 ? 1900 + Number(y) : Number(y);
  return partialDate(fullYear, m === undefined ? undefined : monthNumber(m), d === undefined ? undefined : Number(d));
}

function firstOf(text: string, forms: readonly DateForm[]): FoundDate | null {
  let best: FoundDate | null = null;
  for (const { pattern } of forms) {
    for (const match of text.matchAll(pattern)) {
      const date = readDate(match);
      if (date === null) continue;
      const end = match.index + match[0].length;
      // An earlier row wins where two rows read the same place: the period before the day inside it.
      if (best === null || end <= best.start) best = { date, start: match.index, end };
      break;
    }
  }
  return best;
}

/** The first date in a short text: a day or a period if there is one, else a month. */
export function findDate(text: string): FoundDate | null {
  return firstOf(text, dateForms) ?? firstOf(text, [monthAndYear]);
}

/** In characters; blanks included. */
const longestDateLine = 100;

/** The date of a line that says nothing else: "July 8, 1957", "July 1957", "1957", "8 July 1957." */
export function dateOfLine(line: string): PartialDate | null {
  if (line.length > longestDateLine) return null;
  const trimmed = line.trim().replace(/[.,;]$/u, '');
  const bareYear = /^(?:1[89]|20)\d\d$/u.exec(trimmed);
  if (bareYear) return trimmed;
  const found = findDate(trimmed);
  return found !== null && found.end - found.start >= trimmed.length - ' г.'.length ? found.date : null;
}
