import { firstDayOf, lastDayOf, monthNames, type PartialDate } from '../../src/model/partial-date.js';

/** A stretch of time in days since 1 January 1970; `to` is the first instant behind it. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

const msPerDay = 86_400_000;
/** Days at the least that are shown: below it nothing more comes apart. */
export const shortestWindow = 10;

export function dayNumber(day: PartialDate): number {
  return Date.parse(`${firstDayOf(day)}T00:00:00Z`) / msPerDay;
}

/** "1957-07-08" of a number of days; a part of a day counts for the day. */
export function dayOf(number: number): PartialDate {
  return new Date(Math.floor(number) * msPerDay).toISOString().slice(0, 10);
}

/** All that a partial date may mean: "1957-07" is the whole of July. @param end - Of what lasts longer. */
export function spanOf(date: PartialDate, end: PartialDate | null = null): TimeWindow {
  return { from: dayNumber(date), to: dayNumber(lastDayOf(end ?? date)) + 1 };
}

/** The least that holds all of them; `null` for none. */
export function spanOfAll(spans: Iterable<TimeWindow>): TimeWindow | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const span of spans) {
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return from < to ? { from, to } : null;
}

/** A little more than the span, so that nothing lies on the edge. */
export function padded({ from, to }: TimeWindow): TimeWindow {
  const space = Math.max((to - from) * 0.03, (shortestWindow - (to - from)) / 2, 2);
  return { from: from - space, to: to + space };
}

/** Moves and shrinks the window until it lies within the bounds. */
export function within(window: TimeWindow, bounds: TimeWindow): TimeWindow {
  const most = Math.max(bounds.to - bounds.from, shortestWindow);
  const length = Math.min(Math.max(window.to - window.from, shortestWindow), most);
  const middle = (window.from + window.to) / 2;
  const from = Math.max(bounds.from, Math.min(middle - length / 2, bounds.from + most - length));
  return { from, to: from + length };
}

/** @param factor - Below 1 shows less. @param at - The instant that keeps its place. */
export function zoomed({ from, to }: TimeWindow, factor: number, at: number, bounds: TimeWindow): TimeWindow {
  const most = Math.max(bounds.to - bounds.from, shortestWindow);
  const length = Math.min(Math.max((to - from) * factor, shortestWindow), most);
  const share = (at - from) / (to - from);
  return within({ from: at - share * length, to: at + (1 - share) * length }, bounds);
}

/** @param share - Of the window's own length, positive to later days. */
export function panned({ from, to }: TimeWindow, share: number, bounds: TimeWindow): TimeWindow {
  const days = share * (to - from);
  return within({ from: from + days, to: to + days }, bounds);
}

export interface Tick {
  readonly day: number;
  readonly label: string;
}

/** Months between ticks; days between them come first. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200];
const daySteps = [1, 2, 7, 14];
const daysPerMonth = 30.4;

function monthTicks(window: TimeWindow, months: number): Tick[] {
  const start = new Date(window.from * msPerDay);
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  const ticks: Tick[] = [];
  for (let month = first; ; month += months) {
    const [year, inYear] = [Math.floor(month / 12), month % 12];
    const day = Date.UTC(year, inYear, 1) / msPerDay;
    if (day >= window.to) return ticks;
    const name = monthNames[inYear]?.slice(0, 3) ?? '';
    if (day >= window.from) ticks.push({ day, label: months >= 12 ? String(year) : `${name} ${year}` });
  }
}

function dayTicks(window: TimeWindow, days: number): Tick[] {
  const ticks: Tick[] = [];
  for (let day = Math.ceil(window.from / days) * days; day < window.to; day += days) {
    const date = new Date(day * msPerDay);
    const month = monthNames[date.getUTCMonth()]?.slice(0, 3) ?? '';
    ticks.push({ day, label: `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}` });
  }
  return ticks;
}

/** Where the axis is marked, with days, months or years as there is room. @param most - How many labels fit. */
export function ticks(window: TimeWindow, most: number): Tick[] {
  const days = (window.to - window.from) / Math.max(1, most);
  const dayStep = daySteps.find((step) => step >= days);
  if (dayStep !== undefined) return dayTicks(window, dayStep);
  const monthStep = monthSteps.find((step) => step * daysPerMonth >= days) ?? 1_200;
  return monthTicks(window, monthStep);
}
