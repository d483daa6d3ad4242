import type { TextRange } from './text-segments.js';

/** In the order of the text; of those that begin at one place the longest first. */
export function byPlace(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * The passages of which some of the view is a part.
 *
 * @param ordered - In the order of the text.
 */
export function inView<R extends TextRange>(ordered: readonly R[], view: TextRange): R[] {
  return ordered.filter(({ start, end }) => start < view.end && end > view.start);
}

/**
 * The passage to go to from a place in the text.
 *
 * @param ordered - In the order of the text.
 * @param from - The chosen passage, or the view.
 * @returns `null` at either end of the text.
 */
export function nextPassage<R extends TextRange>(
  ordered: readonly R[],
  from: TextRange,
  direction: 'before' | 'behind',
): R | null {
  const found =
    direction === 'behind'
      ? ordered.find((passage) => byPlace(passage, from) > 0)
      : ordered.findLast((passage) => byPlace(passage, from) < 0);
  return found ?? null;
}
