import type { PartialDate } from '../model/partial-date.js';
import { coveredDays, type DateWindow } from './date-window.js';

export interface DatedEvent {
  readonly id: string;
  readonly date: PartialDate | null;
  readonly endDate: PartialDate | null;
}

/** A MET_WITH and the dates of its passages. */
export interface Meeting {
  readonly relation: string;
  readonly dates: readonly (PartialDate | null)[];
}

export interface Occasions {
  /** Shared events, and dates of meetings that none of these events covers; one at least. */
  readonly occasions: number;
  /** Of the dated ones; partial, as the sources give them. */
  readonly firstDate: PartialDate | null;
  readonly lastDate: PartialDate | null;
  /** Identifiers, in order. */
  readonly events: readonly string[];
  readonly meetings: readonly string[];
}

function overlaps(a: DateWindow, b: DateWindow): boolean {
  return (
    (a.firstDay === null || b.lastDay === null || a.firstDay <= b.lastDay) &&
    (b.firstDay === null || a.lastDay === null || b.firstDay <= a.lastDay)
  );
}

/** Whether a date lies in a window; an undated one only in a window that is open on both sides. */
function isWithin(days: DateWindow, window: DateWindow): boolean {
  if (days.firstDay === null) return window.firstDay === null && window.lastDay === null;
  return overlaps(days, window);
}

/**
 * How often two were together. A document tells a talk twice, as an event and as a meeting on its day, so a meeting
 * on a day of a shared event is that event; "1957-07" is the same meeting as "1957-07-08". Passages without a date
 * count as one occasion, where nothing else shows one.
 *
 * @returns `null` where nothing lies in the window.
 */
export function countOccasions(
  allEvents: readonly DatedEvent[],
  allMeetings: readonly Meeting[],
  window: DateWindow,
): Occasions | null {
  const daysOf = ({ date, endDate }: DatedEvent): DateWindow => coveredDays(date, endDate);
  const events = allEvents.filter((event) => isWithin(daysOf(event), window));
  const meetings = allMeetings
    .map(({ relation, dates }) => ({ relation, dates: dates.filter((date) => isWithin(coveredDays(date), window)) }))
    .filter(({ dates }) => dates.length > 0);
  if (events.length === 0 && meetings.length === 0) return null;
  const told = [...new Set(meetings.flatMap(({ dates }) => dates))].filter((date) => date !== null);
  const met = told.filter((date) => !told.some((other) => other !== date && other.startsWith(date)));
  const own = met.filter(
    (date) => !events.some((event) => event.date !== null && overlaps(daysOf(event), coveredDays(date))),
  );
  const dated = [...met, ...events.flatMap(({ date, endDate }) => [date, endDate ?? date])].filter((d) => d !== null);
  const byFirst = [...dated].sort((a, b) => compare(coveredDays(a).firstDay, coveredDays(b).firstDay) || compare(a, b));
  const byLast = [...dated].sort((a, b) => compare(coveredDays(a).lastDay, coveredDays(b).lastDay) || compare(a, b));
  return {
    occasions: Math.max(1, events.length + own.length),
    firstDate: byFirst[0] ?? null,
    lastDate: byLast.at(-1) ?? null,
    events: events.map(({ id }) => id).sort(),
    meetings: meetings.map(({ relation }) => relation).sort(),
  };
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}
