import type { Network } from '../api/load-network.js';

/** More months than these are too fine for a slider: years then. */
const mostMonths = 72;

const pad = (number: number) => String(number).padStart(2, '0');

/**
 * The months, or years, from the first dated relation to the last, as partial dates: what a slider steps through.
 *
 * @returns an empty list where fewer than two can be told apart.
 */
export function timeSteps({ edges }: Network): readonly string[] {
  const dates = edges.flatMap(({ relation }) => relation.date ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const month = (date: string) => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7) || 1) - 1;
  const [from, to] = [month(first), month(last.length > 4 ? last : `${last}-12`)];
  const months = Array.from({ length: to - from + 1 }, (_, step) => from + step).map(
    (count) => `${Math.floor(count / 12)}-${pad((count % 12) + 1)}`,
  );
  const steps = months.length <= mostMonths ? months : [...new Set(months.map((date) => date.slice(0, 4)))];
  return steps.length < 2 ? [] : steps;
}

/** The last step that a date reaches; the last of all where there is none. */
export function stepOf(steps: readonly string[], until: string | null): number {
  if (until === null) return steps.length - 1;
  const at = steps.findLastIndex((step) => step.slice(0, until.length) <= until);
  return Math.max(at, 0);
}
