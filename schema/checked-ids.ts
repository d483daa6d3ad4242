import { BadArgumentError } from '../src/errors.js';

/**
 * Identifiers, each once, in the order given.
 *
 * @throws {BadArgumentError} for fewer than `least` or more than `most`.
 */
export function checkedIds(name: string, ids: readonly string[], least: number, most: number): readonly string[] {
  // Counted before anything is done with them: a request can carry a hundred thousand.
  if (ids.length > most) {
    throw new BadArgumentError(`${name} names ${ids.length} entities; the most is ${most}.`, 'Ask for fewer at once.');
  }
  const unique = [...new Set(ids)];
  if (unique.length < least) {
    throw new BadArgumentError(
      `${name} names ${unique.length} ${unique.length === 1 ? 'entity' : 'entities'}; the least is ${least}.`,
      'Look identifiers up with the query search.',
    );
  }
  return unique;
}
