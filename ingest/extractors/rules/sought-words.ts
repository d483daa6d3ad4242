import { boundedMemo } from '../../../src/names/bounded-memo.js';
import type { Unit } from './unit.js';

/** More than a number has bits would need a second one. */
const mostSought = 31;

const sought: ((word: string) => boolean)[] = [];
let bitsOf = boundedMemo(bitsOfWord);
/** The sentence asked for last: its readers ask for the same array of units, one after the other. */
let last: { readonly units: readonly Unit[]; readonly bits: number } | null = null;

function bitsOfWord(word: string): number {
  return sought.reduce((bits, isSought, number) => (isSought(word) ? bits | (1 << number) : bits), 0);
}

function bitsIn(units: readonly Unit[]): number {
  if (last?.units === units) return last.bits;
  let bits = 0;
  for (const { lower } of units) bits |= bitsOf(lower);
  last = { units, bits };
  return bits;
}

/**
 * The words that a reader of sentences looks for. Each word of a vocabulary is asked once whether it is one, and a
 * sentence has the bits of its words, so that most readers never look at most sentences.
 */
export interface SoughtWords {
  /** Whether a unit is such a word, small letters or capitals. */
  has(unit: Unit): boolean;
  areIn(units: readonly Unit[]): boolean;
}

/** @param words - A pattern without the flag g, or a table by word; words come in small letters. */
export function soughtWords(words: RegExp | { has(word: string): boolean }): SoughtWords {
  if (sought.length === mostSought)
    throw new RangeError(`More than ${mostSought} kinds of sought words: bitsIn needs a second number.`);
  const bit = 1 << sought.length;
  sought.push(words instanceof RegExp ? (word) => words.test(word) : (word) => words.has(word));
  // What is known was asked before this one.
  bitsOf = boundedMemo(bitsOfWord);
  last = null;
  return {
    has: ({ lower }) => (bitsOf(lower) & bit) !== 0,
    areIn: (units) => (bitsIn(units) & bit) !== 0,
  };
}
