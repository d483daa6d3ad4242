import type { TextRange } from '../sources/source.js';
import type { AppliedRepair, RepairedText } from './repaired-text.js';

/** A replacement of a non-empty stretch; a pass makes them in order, none overlapping another. */
export interface TextEdit extends TextRange {
  readonly replacement: string;
  readonly reason: string;
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, replacement } of edits) {
    pieces.push(text.slice(from, start), replacement);
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

/**
 * What earlier passes did and what one more pass does, as if both had been one.
 *
 * Changes that overlap in the text between the two become one change; changes that only touch stay apart, so
 * that a range never takes more of the text as received than it was made of.
 *
 * @param earlier - Changes from the text as received to the text between.
 * @param edits - Changes of the text between.
 */
export function composeEdits(earlier: readonly AppliedRepair[], edits: readonly TextEdit[]): AppliedRepair[] {
  const composed: AppliedRepair[] = [];
  let i = 0;
  let j = 0;
  /** What to add to a position between to have it in the text as received, and in the new text. */
  let toReceived = 0;
  let toRepaired = 0;
  while (i < earlier.length || j < edits.length) {
    const change = earlier[i];
    const edit = edits[j];
    const start = Math.min(change?.repaired.start ?? Infinity, edit?.start ?? Infinity);
    const received = start + toReceived;
    const repaired = start + toRepaired;
    let end = start;
    const reasons: string[] = [];
    const take = (reason: string, itsEnd: number): void => {
      if (!reasons.includes(reason)) reasons.push(reason);
      end = Math.max(end, itsEnd);
    };
    for (;;) {
      const nextChange = earlier[i];
      const nextEdit = edits[j];
      if (nextChange !== undefined && belongs(nextChange.repaired, start, end, reasons.length === 0)) {
        take(nextChange.reason, nextChange.repaired.end);
        toReceived = nextChange.received.end - nextChange.repaired.end;
        i += 1;
      } else if (nextEdit !== undefined && belongs(nextEdit, start, end, reasons.length === 0)) {
        take(nextEdit.reason, nextEdit.end);
        toRepaired += nextEdit.replacement.length - (nextEdit.end - nextEdit.start);
        j += 1;
      } else break;
    }
    composed.push({
      received: { start: received, end: end + toReceived },
      repaired: { start: repaired, end: end + toRepaired },
      reason: reasons.join('; '),
    });
  }
  return composed;
}

/** Whether the next change opens the cluster at `start`, or overlaps what it holds up to `end`. */
function belongs(range: TextRange, start: number, end: number, opens: boolean): boolean {
  return opens ? range.start === start : range.start < end;
}

/** Index of the last change that begins at or before a position of the repaired text; −1 where none does. */
function lastBeginningBy(position: number, repairs: readonly AppliedRepair[]): number {
  let low = 0;
  let high = repairs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((repairs[middle]?.repaired.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** @param repairs - Changes counted from 0 in both texts; `offset` is where the range begins in the text as received. */
export function repairedText(text: string, repairs: readonly AppliedRepair[], offset: number): RepairedText {
  /** Where the character at a position of the repaired text came from. */
  const originOf = (position: number): TextRange => {
    const change = repairs[lastBeginningBy(position, repairs)];
    if (change === undefined) return { start: position, end: position + 1 };
    if (position < change.repaired.end) return change.received;
    const received = position + change.received.end - change.repaired.end;
    return { start: received, end: received + 1 };
  };
  return {
    text,
    repairs: repairs.map((change) => ({
      ...change,
      received: { start: change.received.start + offset, end: change.received.end + offset },
    })),
    toReceived({ start, end }) {
      if (end > start) return { start: originOf(start).start + offset, end: originOf(end - 1).end + offset };
      const at = originOf(start).start + offset;
      return { start: at, end: at };
    },
  };
}
