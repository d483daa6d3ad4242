import type { TextRange } from '../sources/source.js';

/** One change that `repair` made to the text as received. */
export interface AppliedRepair {
  /** Where, in the text as received. */
  readonly received: TextRange;
  /** Where its replacement stands, in the repaired text. */
  readonly repaired: TextRange;
  readonly reason: string;
}

/**
 * A stretch of a document after repair, each position of which maps back to the text as received.
 *
 * `toReceived` maps a non-empty range of the repaired text to the smallest range of the text as received that
 * holds all it was made of; a range that touches a repair takes the whole of what was repaired.
 */
export interface RepairedText {
  readonly text: string;
  readonly repairs: readonly AppliedRepair[];
  toReceived(range: TextRange): TextRange;
}
