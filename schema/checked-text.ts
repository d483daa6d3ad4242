import { BadArgumentError } from '../src/errors.js';

/** @throws {BadArgumentError} when a text is longer than `most` UTF-16 code units. */
export function checkedText(name: string, text: string, most: number): string {
  if (text.length > most) {
    throw new BadArgumentError(
      `${name} has ${text.length} characters; the most is ${most}.`,
      'Leave out what is not needed to find it.',
    );
  }
  return text;
}
