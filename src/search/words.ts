import { boundedMemo } from '../names/bounded-memo.js';
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

/** Sticky: asked for at a place. */
const nameWord = new RegExp(`${sign}|${letters}`, 'uy');
const proseWord = new RegExp(`${abbreviation}|${sign}|${letters}`, 'uy');

const leading = /^['’`]+/u;
const trailing = /['’`]+$/u;
const possessive = /['’]s$/iu;

/** What folds by case alone: nearly every word of an English text. */
const plain = /^[A-Za-z0-9]+$/u;
const hyphen = /^[-\u2010\u2011]$/u;

/** A word that case alone doesn't fold, without what is no part of it. */
interface Bared {
  /** Of the word, where it begins and how long it is. */
  readonly offset: number;
  readonly length: number;
  /** "½" is "1 2": words that stand in one place. */
  readonly folded: readonly string[];
}

function bare(whole: string, isProse: boolean): Bared {
  const offset = leading.exec(whole)?.[0].length ?? 0;
  let word = whole.replace(leading, '').replace(trailing, '');
  if (isProse) word = word.replace(possessive, '');
  const spelled = isProse && word.endsWith('.') ? word.replaceAll('.', '') : word;
  const folded = foldName(spelled).split(' ');
  return { offset, length: word.length, folded: folded.filter((one) => one !== '') };
}

const bareProse = boundedMemo((whole) => bare(whole, true));
const bareName = boundedMemo((whole) => bare(whole, false));

/** What a UTF-16 code unit is to words: a sign that may be in one only together with its neighbours is `unsure`. */
const [between, lower, upper, unsure] = [0, 1, 2, 3] as const;

function classOf(code: number): typeof between | typeof lower | typeof upper | typeof unsure {
  if (code > 0x7f) {
    // General punctuation, but for the apostrophe: dashes and quotation marks.
    return code >= 0x2000 && code <= 0x206f && code !== 0x2019 ? between : unsure;
  }
  const sign = String.fromCharCode(code);
  if (/[a-z0-9]/.test(sign)) return lower;
  if (/[A-Z]/.test(sign)) return upper;
  return sign === "'" || sign === '`' ? unsure : between;
}

const classes = Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code));
const dot = 0x2e;

function cut(text: string, isProse: boolean): readonly Word[] {
  const words: Word[] = [];
  const pattern = isProse ? proseWord : nameWord;
  let before: Word | undefined;
  const add = (folded: string, start: number, end: number): void => {
    const isCompound =
      isProse && before !== undefined && before.end + 1 === start && hyphen.test(text.charAt(before.end));
    before = { folded, start, end, compound: isCompound && before ? before.folded + folded : null };
    words.push(before);
  };
  for (let at = 0; at < text.length; ) {
    let kind = classes[text.charCodeAt(at)] ?? between;
    if (kind === between) {
      at += 1;
      continue;
    }
    let end = at;
    let hasCapital = false;
    while (kind === lower || kind === upper) {
      hasCapital ||= kind === upper;
      end += 1;
      kind = end < text.length ? (classes[text.charCodeAt(end)] ?? between) : between;
    }
    const mayBeDotted = isProse && end === at + 1 && text.charCodeAt(end) === dot;
    if (kind === between && !mayBeDotted) {
      const word = text.slice(at, end);
      add(hasCapital ? word.toLowerCase() : word, at, end);
      at = end;
      continue;
    }
    pattern.lastIndex = at;
    const whole = pattern.exec(text)?.[0];
    if (whole === undefined) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    if (plain.test(whole)) add(whole.toLowerCase(), at, at + whole.length);
    else {
      const { offset, length, folded } = isProse ? bareProse(whole) : bareName(whole);
      for (const word of folded) add(word, at + offset, at + offset + length);
    }
    at += whole.length;
  }
  return words;
}

/** The words of a name or a title: those that `foldName` gives, with their places. */
export function nameWords(text: string): readonly Word[] {
  return cut(text, false);
}

/** The words of running text: abbreviations without their dots, and no possessive endings. */
export function proseWords(text: string): readonly Word[] {
  return cut(text, true);
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
