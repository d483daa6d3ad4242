import { foldName } from '../names/fold-name.js';

/** A word of a text, folded, and where it stands. */
export interface Word {
  /** a–z and 0–9. */
  readonly folded: string;
  /** In UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** With the word before it, where nothing but a hyphen stands between them: "ceasefire" of "cease-fire". */
  readonly compound: string | null;
}

/** Each syllable or sign of these scripts is a word, as `foldName` has it. */
const sign = String.raw`[\p{Script=Han}\p{Script=Hangul}]`;
const letters = String.raw`(?:(?!${sign})[\p{L}\p{N}\p{M}'’\x60])+`;
/** "U.S.", "D.P.R.K.": one word, however it is dotted. */
const abbreviation = String.raw`(?<![\p{L}\p{N}])\p{L}\.(?:\p{L}\.)+`;

const nameWord = new RegExp(`${sign}|${letters}`, 'gu');
const proseWord = new RegExp(`${abbreviation}|${sign}|${letters}`, 'gu');

const leading = /^['’`]+/u;
const trailing = /['’`]+$/u;
const possessive = /['’]s$/iu;

/** What folds by case alone: nearly every word of an English text. */
const plain = /^[A-Za-z0-9]+$/u;
const hyphen = /^[-\u2010\u2011]$/u;

function cut(text: string, pattern: RegExp, isProse: boolean): readonly Word[] {
  const words: Word[] = [];
  const add = (folded: string, start: number, end: number): void => {
    const before = words.at(-1);
    const isCompound = isProse && before !== undefined && hyphen.test(text.slice(before.end, start));
    words.push({ folded, start, end, compound: isCompound ? before.folded + folded : null });
  };
  for (const { 0: whole, index } of text.matchAll(pattern)) {
    if (plain.test(whole)) {
      add(whole.toLowerCase(), index, index + whole.length);
      continue;
    }
    const start = index + (leading.exec(whole)?.[0].length ?? 0);
    let bare = whole.replace(leading, '').replace(trailing, '');
    if (isProse) bare = bare.replace(possessive, '');
    const end = start + bare.length;
    const spelled = isProse && bare.endsWith('.') ? bare.replaceAll('.', '') : bare;
    // "½" is "1 2": words that stand in one place.
    for (const folded of foldName(spelled).split(' ')) if (folded !== '') add(folded, start, end);
  }
  return words;
}

/** The words of a name or a title: those that `foldName` gives, with their places. */
export function nameWords(text: string): readonly Word[] {
  return cut(text, nameWord, false);
}

/** The words of running text: abbreviations without their dots, and no possessive endings. */
export function proseWords(text: string): readonly Word[] {
  return cut(text, proseWord, true);
}
