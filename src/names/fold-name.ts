import anyAscii from 'any-ascii';
import { boundedMemo } from './bounded-memo.js';

const foldWord = boundedMemo(fold);
/** Words are folded again and again; longer stretches of text hardly ever. */
const longestWord = 40;

/**
 * A name without what writers vary freely: case, diacritics, script, punctuation, spacing.
 * "Kim Il-sŏng" → "kim il song", "김일성" → "gim il seong" (each Hangul syllable is a word).
 *
 * @returns Words of a–z and 0–9, one space between them; empty where nothing is left.
 */
export function foldName(name: string): string {
  return name.length <= longestWord ? foldWord(name) : fold(name);
}

function fold(name: string): string {
  const spaced = name.replace(/([\p{Script=Han}\p{Script=Hangul}])/gu, ' $1 ');
  return anyAscii(spaced)
    .toLowerCase()
    .replace(/['’`"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
