import { useMemo } from 'preact/hooks';
import type { ApiError } from '../api/api-error.js';
import { loadStatementDates, loadStatementMonths } from '../api/load-statement-dates.js';
import type { TimelineScope } from '../api/load-timeline.js';
import { useAllPages } from '../use-all-pages.js';
import { countDates, type DateCount } from './count-bars.js';
import { dayOf, type TimeWindow } from './time-window.js';

/** Days closer than this are counted by month: thinner bars can't be told apart. */
const narrowestDay = 3;
/** Statements whose days are read, a hundred a request. */
const mostDates = 4_000;

export interface StatementCounts {
  readonly counts: readonly DateCount[];
  readonly unit: 'day' | 'month';
  /** Statements that stand on no line, where it is known how many. */
  readonly undated: number | null;
  /** The day up to which statements were read, where they are too many; `null` where all were. */
  readonly readTo: string | null;
  readonly reading: boolean;
  readonly error: ApiError | null;
}

const nothing = { items: [], next: null };

/** The first of its month, and of the month behind it: so that a window that moves a little needs nothing new. */
function monthsAround({ from, to }: TimeWindow): { readonly from: string; readonly to: string } {
  return { from: dayOf(from).slice(0, 7), to: dayOf(to).slice(0, 7) };
}

function laterOf(a: string | null, b: string): string {
  return a === null || b > a ? b : a;
}

function earlierOf(a: string | null, b: string): string {
  return a === null || b < a ? b : a;
}

/**
 * How many statements there are by day or, farther out, by month.
 *
 * The store counts months of all statements, and nothing has to be read for them; days, and the statements of one
 * entity, are counted from their dates.
 */
export function useStatementCounts(scope: TimelineScope, window: TimeWindow, pixelsPerDay: number): StatementCounts {
  const { entity, from, to } = scope;
  const unit = pixelsPerDay >= narrowestDay ? 'day' : 'month';
  const months = useAllPages(`${entity} ${from} ${to}`, async (after, signal) =>
    entity === null ? loadStatementMonths(scope, after, signal) : nothing,
  );
  const around = monthsAround(window);
  const dated =
    entity === null ? { entity, from: laterOf(from, around.from), to: earlierOf(to, around.to) } : { entity, from, to };
  const isNeeded = entity !== null || unit === 'day';
  const dates = useAllPages(
    isNeeded ? `${entity} ${dated.from} ${dated.to}` : '',
    async (after, signal) => (isNeeded ? loadStatementDates(dated, after, signal) : nothing),
    mostDates,
  );

  const days = useMemo(() => countDates(dates.items.map(({ date }) => date)), [dates.items]);
  const byMonth = useMemo(() => countDates(dates.items.map(({ date }) => date.slice(0, 7))), [dates.items]);
  const knownMonths = useMemo(
    () => months.items.flatMap(({ month, count }) => (month === null ? [] : [{ date: month, count }])),
    [months.items],
  );
  const undated = entity === null ? (months.items.find(({ month }) => month === null)?.count ?? 0) : null;
  const error = months.error ?? dates.error;
  // Until the days are all there, the months stand: half the days would look like all of them.
  const hasDays = isNeeded && dates.state !== 'reading';
  const reading = dates.state === 'reading' || months.state === 'reading';
  const readTo = isNeeded && dates.state === 'cut' ? (dates.items.at(-1)?.date ?? null) : null;
  const rest = { undated, readTo, reading, error };
  if (entity === null && !(unit === 'day' && hasDays)) return { counts: knownMonths, unit: 'month', ...rest };
  return unit === 'day' ? { counts: days, unit, ...rest } : { counts: byMonth, unit, ...rest };
}
