import type { PartialDate } from '../../src/model/partial-date.js';
import { spanOf, type TimeWindow } from './time-window.js';

/** How many statements bear a date: a day, or a month or year where no more is known or wanted. */
export interface DateCount {
  readonly date: PartialDate;
  readonly count: number;
}

export interface CountBar extends DateCount, TimeWindow {
  /** 0 to 1: the share of the highest bar in the window, by the square root, so that single statements stay visible. */
  readonly height: number;
}

/** How often each date is borne, in the order of the dates. */
export function countDates(dates: readonly PartialDate[]): DateCount[] {
  const counts = new Map<PartialDate, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The bars that lie in the window; those of months and years before those of days, which stand in front of them. */
export function countBars(counts: readonly DateCount[], window: TimeWindow): CountBar[] {
  const bars = counts
    .map(({ date, count }) => ({ date, count, ...spanOf(date) }))
    .filter(({ from, to }) => to > window.from && from < window.to);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return bars
    .map((bar) => ({ ...bar, height: Math.sqrt(bar.count / most) }))
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}
