import { classesOf } from '../../lexicon/word-class-index.js';
import type { Token } from '../../text/tokenizer.js';
import { type Word, wordOf } from '../../text/words.js';
import { type Unit, unitWith } from './unit.js';

/** The unit of a token. */
export function unitOf({ word, start, end }: Token): Unit {
  return unitOfWord(word, start, end);
}

function unitOfWord({ text, form, lemma, pos, features }: Word, start: number, end: number): Unit {
  return unitWith({ start, end, text, form, lemma, pos, features });
}

/**
 * Adds the units that the cascade starts from: tokens, with phrases of the word classes ("prime minister") joined.
 *
 * @param from - Index of the first token.
 * @param to - Index behind the last one.
 * @param text - The repaired text, for the space inside phrases.
 */
export function addBaseUnits(units: Unit[], tokens: readonly Token[], from: number, to: number, text: string): void {
  for (let at = from; at < to; ) {
    const length = phraseLength(tokens, at, to);
    const first = tokens[at];
    const last = tokens[at + length - 1];
    if (first === undefined || last === undefined) break;
    units.push(length === 1 ? unitOf(first) : phraseUnit(first, last, text));
    at += length;
  }
}

/** The unit of several tokens; its last word is its head. */
function phraseUnit({ start }: Token, { word, end }: Token, text: string): Unit {
  return unitOfWord(wordOf(text.slice(start, end), word.lemma, word.pos), start, end);
}

/** Tokens of the longest phrase of a word class that starts here; 1 where there is none. */
function phraseLength(tokens: readonly Token[], at: number, to: number): number {
  const own = tokens[at]?.word;
  // A phrase begins with a word: the comma of ", First Secretary" is none of the office.
  const opens = own?.opens;
  if (own === undefined || opens === undefined || own.folded === '') return 1;
  const second = own.foldedWords[1] ?? wordBehind(tokens, at, to)?.foldedWords[0];
  if (second === undefined || !opens.seconds.has(second)) return 1;
  // Past the last token there is no word, and a comma there would be taken in.
  const longest = Math.min(opens.longest + 2, 6, to - at);
  for (let length = longest; length > 1; length--) {
    // A mark inside a phrase is none of it ("Minister-Counselor"); one behind it is no part.
    if (tokens[at + length - 1]?.word.folded === '') continue;
    const phrase = tokens.slice(at, at + length).flatMap(({ word }) => (word.folded === '' ? [] : [word.folded]));
    if (phrase.length > 1 && classesOf(phrase.join(' ')).length > 0) return length;
  }
  return 1;
}

/** The next token that is a word. */
function wordBehind(tokens: readonly Token[], at: number, to: number): Word | undefined {
  for (let next = at + 1; next < to; next++) {
    const word = tokens[next]?.word;
    if (word !== undefined && word.folded !== '') return word;
  }
  return undefined;
}
