import { BadArgumentError } from '../src/errors.js';
import type { sortKeys } from '../src/model/sort-key.js';

/** The order that a cursor is a place in. A cursor of one order means nothing in another, and is refused there. */
export type CursorOrder = keyof typeof sortKeys;

const printableAscii = /^[\x20-\x7e]+$/;

export function encodeCursor(order: CursorOrder, sortKey: string): string {
  return Buffer.from(`${order}|${sortKey}`, 'ascii').toString('base64url');
}

/**
 * @returns The sort key.
 * @throws {BadArgumentError} when the cursor wasn't made by `encodeCursor`, or was made for another order.
 */
export function decodeCursor(order: CursorOrder, cursor: string): string {
  const decoded = Buffer.from(cursor, 'base64url').toString('latin1');
  const bar = decoded.indexOf('|');
  const sortKey = decoded.slice(bar + 1);
  // Node skips what is no base64url; encoding again shows whether there was any.
  const ours = bar > 0 && printableAscii.test(sortKey) && encodeCursor(order, sortKey) === cursor;
  if (!ours) {
    throw new BadArgumentError(
      'The cursor is none of this connection.',
      'Take it from pageInfo or an edge of the same field, asked with the same order.',
    );
  }
  return sortKey;
}
