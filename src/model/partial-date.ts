/**
 * Partial dates: "1957", "1957-07", "1957-07-08", written as ISO 8601 writes them and kept as strings.
 *
 * Code-point order is their order: a year comes before its months, a month before its days.
 */
export type PartialDate = string;

const written = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the string is a partial date of the calendar; "1957-02-30" is not. */
export function isPartialDate(value: string): value is PartialDate {
  const parts = written.exec(value);
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number) as [number, number, number, number];
  if (parts[2] !== undefined && (month < 1 || month > 12)) return false;
  return parts[3] === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

/** @returns `null` where the parts make no date. `month` and `day` count from 1. */
export function partialDate(year: number, month?: number, day?: number): PartialDate | null {
  const parts = [String(year).padStart(4, '0')];
  if (month !== undefined) parts.push(String(month).padStart(2, '0'));
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'));
  const value = parts.join('-');
  return isPartialDate(value) ? value : null;
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** "8 July 1957", "July 1957", "1957". */
export function printPartialDate(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  if (month === undefined) return date;
  const name = monthNames[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** First day that a partial date covers: "1957-07" begins on "1957-07-01". */
export function firstDayOf(date: PartialDate): PartialDate {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** Last day that a partial date covers: "1957-02" ends on "1957-02-28". */
export function lastDayOf(date: PartialDate): PartialDate {
  const [year, month = '12', day] = date.split('-');
  const last = day ?? String(daysInMonth(Number(year), Number(month))).padStart(2, '0');
  return `${year}-${month}-${last}`;
}
