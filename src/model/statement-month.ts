import type { PartialDate } from './partial-date.js';

/**
 * Months as owners of statements: "month:1957-07" of those dated in that month, "month:1957" of those of which only the
 * year is known, "month:~" of the undated. Sort keys begin with the date, so that each is one stretch of their index.
 */
export const monthPrefix = 'month:';
export const undatedMonth = '~';

/** Where the month begins in an owner, counted from one as SQL does. */
export const monthStart = monthPrefix.length + 1;
/** How long the owner is where the month is known. */
export const knownMonthLength = monthPrefix.length + '1957-07'.length;

export function isMonth(owner: string): boolean {
  return owner.startsWith(monthPrefix);
}

/** The month, or the year; `null` for the undated. */
export function monthOf(owner: string): PartialDate | null {
  const month = owner.slice(monthPrefix.length);
  return month === undatedMonth ? null : month;
}
