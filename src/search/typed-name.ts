import { distance } from 'fastest-levenshtein';
import { foldName } from '../names/fold-name.js';
import { nameSkeleton } from '../names/name-skeleton.js';
import { joinedRanges, type TextRange } from './text-parts.js';
import { nameWords, type Word } from './words.js';

/** More words than a name has; of more, the first are taken. */
const mostWords = 12;

/** The folded words typed so far; the last may be half a word. Empty where nothing was typed that a name could hold. */
export function typedWords(typed: string): readonly string[] {
  return foldName(typed)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords);
}

/** A way in which a word typed is found in a name. `isLast`: only the word's beginning may have been typed. */
export interface Finding {
  /** What an index of `searchTokens` is asked for it; `null` where a word says nothing this way. */
  readonly token: (typed: string, isLast: boolean) => string | null;
  readonly fits: (typed: string, word: string, isLast: boolean) => boolean;
  /** Whether the letters typed are those of the name, so that half a word can be marked. */
  readonly isLiteral: boolean;
}

export const byLetters: Finding = {
  token: (typed, isLast) => `w${typed}${isLast ? '*' : ''}`,
  fits: (typed, word, isLast) => (isLast ? word.startsWith(typed) : word === typed),
  isLiteral: true,
};

/** By what romanisations leave of a name's sounds. */
export const bySounds: Finding = {
  token(typed, isLast) {
    const sounds = nameSkeleton(typed);
    // "zzz" and "ch" come down to one letter, which a tenth of all names begin with.
    return sounds === '' || (sounds.length === 1 && typed.length > 1) ? null : `s${sounds}${isLast ? '*' : ''}`;
  },
  fits(typed, word, isLast) {
    const [asked, sounds] = [nameSkeleton(typed), nameSkeleton(word)];
    return sounds !== '' && (isLast ? sounds.startsWith(asked) : sounds === asked);
  },
  isLiteral: false,
};

/** Shorter words have to be right; in longer ones each fourth letter may be wrong, but not the first two. */
const lettersForError = 4;
const rightLetters = 2;

/** By most of its letters. */
export const byMostLetters: Finding = {
  token: (typed, isLast) =>
    typed.length < lettersForError ? byLetters.token(typed, isLast) : `w${typed.slice(0, rightLetters)}*`,
  fits(typed, word, isLast) {
    if (byLetters.fits(typed, word, isLast)) return true;
    if (!word.startsWith(typed.slice(0, rightLetters))) return false;
    const errors = Math.floor(typed.length / lettersForError);
    const begun = isLast ? word.slice(0, typed.length) : word;
    return errors > 0 && Math.min(distance(typed, word), distance(typed, begun)) <= errors;
  },
  isLiteral: false,
};

/** The stretch of a word that folds to as many letters as were typed of it. */
function typedStretch(surface: string, word: Word, letters: number): TextRange {
  let end = word.start;
  for (const character of surface.slice(word.start, word.end)) {
    end += character.length;
    if (foldName(surface.slice(word.start, end)).length >= letters) break;
  }
  return { start: word.start, end };
}

/**
 * Where the words typed stand in a name: each a word of its own, in any order.
 *
 * @returns `null` where one doesn't.
 */
export function findTyped(typed: readonly string[], surface: string, finding: Finding): readonly TextRange[] | null {
  const left = [...nameWords(surface)];
  const ranges: TextRange[] = [];
  for (const [index, word] of typed.entries()) {
    const isLast = index === typed.length - 1;
    const whole = left.findIndex(({ folded }) => folded === word);
    const at = whole >= 0 ? whole : left.findIndex(({ folded }) => finding.fits(word, folded, isLast));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) return null;
    const { start, end } = found;
    ranges.push(finding.isLiteral && isLast ? typedStretch(surface, found, word.length) : { start, end });
  }
  return joinedRanges(ranges);
}
