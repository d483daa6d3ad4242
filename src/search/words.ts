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

/** No word goes over one of these, nor over the end of a text. */
const gap = /^[\s,;:!?"()[\]–—]?$/u;

function isCleanCut(text: string, at: number): boolean {
  return gap.test(text.charAt(at - 1)) || gap.test(text.charAt(at));
}

/** Gives `proseWords` of parts of a text, which is cut into words only once. @param words - Those of the whole text. */
export function proseWordsBetween(text: string, words: readonly Word[] = proseWords(text)) {
  return (start: number, end: number): readonly Pick<Word, 'folded' | 'compound'>[] => {
    if (!isCleanCut(text, start) || !isCleanCut(text, end)) return proseWords(text.slice(start, end));
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const between: Pick<Word, 'folded' | 'compound'>[] = [];
    for (let at = low; at < words.length; at += 1) {
      const word = words[at];
      if (!word || word.start >= end) break;
      // The first has nothing before it that it could be compounded with.
      between.push(between.length === 0 && word.compound !== null ? { folded: word.folded, compound: null } : word);
    }
    return between;
  };
}
