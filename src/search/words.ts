import { foldName } from '../names/fold-name.js';

/** A word of a text, folded, and where it stands. */
export interface Word {
  /** a–z and 0–9. */
  readonly folded: string;
  /** In UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
}

/** Each syllable or sign of these scripts is a word, as `foldName` has it. */
const sign = String.raw`[\p{Script=Han}\p{Script=Hangul}]`;
const letters = String.raw`(?:(?!${sign})[\p{L}\p{N}\p{M}'’\x60])+`;

const nameWord = new RegExp(`${sign}|${letters}`, 'gu');

const leading = /^['’`]+/u;
const trailing = /['’`]+$/u;

/** The words of a name or a title: those that `foldName` gives, with their places. */
export function nameWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: whole, index } of text.matchAll(nameWord)) {
    const start = index + (leading.exec(whole)?.[0].length ?? 0);
    const bare = whole.replace(leading, '').replace(trailing, '');
    // "½" is "1 2": words that stand in one place.
    for (const folded of foldName(bare).split(' ')) {
      if (folded !== '') words.push({ folded, start, end: start + bare.length });
    }
  }
  return words;
}
