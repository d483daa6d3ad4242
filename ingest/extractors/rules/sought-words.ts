import { wordKind } from '../../lexicon/word-form.js';
import type { Unit } from './unit.js';

/** The sentence asked for last: its readers ask for the same array of units, one after the other. */
let last: { readonly units: readonly Unit[]; readonly kinds: number } | null = null;

function kindsIn(units: readonly Unit[]): number {
  if (last?.units === units) return last.kinds;
  let kinds = 0;
  for (const { form } of units) kinds |= form.kinds;
  last = { units, kinds };
  return kinds;
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
  const bit = wordKind(words instanceof RegExp ? (word) => words.test(word) : (word) => words.has(word));
  // What is known was asked before this one.
  last = null;
  return {
    has: ({ form }) => (form.kinds & bit) !== 0,
    areIn: (units) => (kindsIn(units) & bit) !== 0,
  };
}
