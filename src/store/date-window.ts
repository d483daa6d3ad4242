import { firstDayOf, lastDayOf, type PartialDate } from '../model/partial-date.js';

/** As `sortKeys` writes them: what stands in place of a date, and what sorts behind all keys that begin with one. */
const undated = '~';
const behindDate = '"';

/** Whole days, both inclusive; `null` where a side is open. */
export interface DateWindow {
  readonly firstDay: PartialDate | null;
  readonly lastDay: PartialDate | null;
}

/** The days that a filter's `from` and `to` let through. */
export function dateWindow(filter: {
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}): DateWindow {
  return {
    firstDay: filter.from === undefined ? null : firstDayOf(filter.from),
    lastDay: filter.to === undefined ? null : lastDayOf(filter.to),
  };
}

/**
 * The days that a record's date covers, for both stores to keep beside the record. A record lies in a window when
 * one of its days does: "1957" may have been in July, so July 1957 finds it.
 */
export function coveredDays(date: PartialDate | null, endDate: PartialDate | null = null): DateWindow {
  if (date === null) return { firstDay: null, lastDay: null };
  return { firstDay: firstDayOf(date), lastDay: lastDayOf(endDate ?? date) };
}

/**
 * Between which keys that begin with a date the records of a window stand: `notBefore` holds for those that last no longer than
 * their date tells; what has no date is outside.
 */
export function keyRange({ firstDay, lastDay }: DateWindow): { readonly notBefore: string; readonly before: string } {
  return {
    // "1957" and "1957-07" cover days that come after theirs in order.
    notBefore: firstDay?.split('-')[0] ?? '',
    before: lastDay === null ? undated : `${lastDay}${behindDate}`,
  };
}
