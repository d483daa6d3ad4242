import { distance } from 'fastest-levenshtein';

/** Shorter words have too many neighbours. */
const fewestLetters = 5;
const lettersForSecond = 9;

/** How many letters of a word may be wrong. */
export function mostErrors(word: string): 0 | 1 | 2 {
  return word.length < fewestLetters ? 0 : word.length < lettersForSecond ? 1 : 2;
}

function swapped(word: string, at: number): string {
  return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
}

/**
 * Whether a word may be another one misspelled: its first letter is right, and no more than `mostErrors` are left out,
 * added, wrong, or changed places with the next.
 *
 * @see F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964.
 */
export function isMisspelling(written: string, meant: string): boolean {
  const errors = mostErrors(written);
  if (errors === 0 || written.charAt(0) !== meant.charAt(0)) return false;
  if (Math.abs(written.length - meant.length) > errors) return false;
  if (distance(written, meant) <= errors) return true;
  for (let at = 1; at + 1 < written.length; at += 1) {
    if (distance(swapped(written, at), meant) <= errors - 1) return true;
  }
  return false;
}
