/** A stretch of a text. `start` and `end` count UTF-16 code units, as JavaScript does. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch in which the same ranges lie throughout. */
export interface Segment<R extends TextRange> extends TextRange {
  /** The ranges that hold it: the longest first, so that the last one is the innermost. */
  readonly within: readonly R[];
}

/**
 * Cuts `from`–`to` where a range begins or ends, so that ranges that overlap can be drawn without being nested.
 *
 * Segments follow one another without a gap, and none is empty. What of a range lies outside is left out; ranges
 * without a character are left out too.
 */
export function segmentText<R extends TextRange>(from: number, to: number, ranges: readonly R[]): Segment<R>[] {
  const inside = ranges.filter(({ start, end }) => start < end && start < to && end > from);
  const cuts = new Set([from, to]);
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, from));
    cuts.add(Math.min(end, to));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const byStart = [...inside].sort((a, b) => a.start - b.start);
  const segments: Segment<R>[] = [];
  let open: R[] = [];
  let next = 0;
  places.slice(0, -1).forEach((start, index) => {
    const end = places[index + 1] ?? to;
    open = open.filter((range) => range.end > start);
    for (let range = byStart[next]; range !== undefined && range.start <= start; range = byStart[++next]) {
      open.push(range);
    }
    segments.push({ start, end, within: [...open].sort((a, b) => b.end - b.start - (a.end - a.start)) });
  });
  return segments;
}
