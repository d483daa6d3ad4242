import { foldName } from '../../src/names/fold-name.js';
import type { FeatureSet } from '../lexicon/feature-set.js';
import { type PhrasesOfWord, phrasesFrom } from '../lexicon/word-class-index.js';
import { wordFeatures } from '../lexicon/word-features.js';
import { formOf, type WordForm } from '../lexicon/word-form.js';

/** A word, mark or phrase as the tagger read it, without its place: all with the same reading are one object. */
export interface Word {
  readonly text: string;
  /** The text in small letters, and what is known of it. */
  readonly form: WordForm;
  /** Of a phrase, that of its last word; so is the part of speech. */
  readonly lemma: string;
  readonly pos: string;
  /** As `foldName` gives it: "Il-sŏng" is "il song"; empty for a mark. */
  readonly folded: string;
  readonly foldedWords: readonly string[];
  /** The phrases of word classes that it opens: "prime" opens "prime minister". */
  readonly opens: PhrasesOfWord | undefined;
  /** Word classes and traits, by which patterns know it. */
  readonly features: FeatureSet;
  /** Where memos keep what they know of it; words that were met long after one another can have the same. */
  readonly slot: number;
}

/** wink-nlp's vocabulary has 88,000 forms, and it numbers those on that it meets. */
const mostNumbered = 200_000;
/** Written forms; those of a volume are about twenty thousand. */
const mostForms = 50_000;

/**
 * The readings of each written form that has been met, so that what a word is gets worked out once for a vocabulary and
 * not once for each place in a text. Lives as long as the process; emptied when it holds {@link mostForms}, and tokens
 * that are still read then keep their own words.
 */
const readings = new Map<string, Word[]>();
/** What wink-nlp reads its own written forms as, by its numbers of them, by which they are found sooner. */
let readingsOfForm = emptyTable<Word[]>(mostNumbered);

/**
 * Of its full length from the start: V8 makes a hash table of an array that is filled out of order, and a search of each
 * look into it.
 */
function emptyTable<T>(length: number): (T | undefined)[] {
  return new Array<T | undefined>(length).fill(undefined);
}

/** @param lemma - In small letters. */
export function wordOf(text: string, lemma: string, pos: string): Word {
  let known = readings.get(text);
  if (known === undefined) {
    if (readings.size >= mostForms) {
      readings.clear();
      readingsOfForm = emptyTable(mostNumbered);
    }
    known = [];
    readings.set(text, known);
  }
  for (const reading of known) if (reading.pos === pos && reading.lemma === lemma) return reading;
  const word = readWord(text, lemma, pos);
  known.push(word);
  return word;
}

/** @param form - wink-nlp's number of the written form, the same as long as the process lives. */
export function readingOfForm(form: number, pos: string): Word | undefined {
  const known = readingsOfForm[form];
  if (known === undefined) return undefined;
  for (const reading of known) if (reading.pos === pos) return reading;
  return undefined;
}

/** From now on this is what the form means where it is tagged like the word. */
export function rememberForm(form: number, word: Word): void {
  if (form >= mostNumbered) return;
  const known = readingsOfForm[form];
  if (known === undefined) readingsOfForm[form] = [word];
  else known.push(word);
}

const slots = 2 ** 16;
let lastSlot = 0;

/** Remembers what a pure function gave for a word, of the words that were met last. */
export function wordMemo<T>(compute: (word: Word) => T): (word: Word) => T {
  /** Word and value side by side, where one look into memory finds both. */
  const known = emptyTable<Word | T>(2 * slots);
  return (word) => {
    const at = 2 * word.slot;
    if (known[at] === word) return known[at + 1] as T;
    const value = compute(word);
    known[at] = word;
    known[at + 1] = value;
    return value;
  };
}

function readWord(text: string, lemma: string, pos: string): Word {
  const folded = foldName(text);
  const foldedWords = folded.split(' ').filter(Boolean);
  lastSlot = (lastSlot + 1) % slots;
  return {
    text,
    form: formOf(text.toLowerCase()),
    lemma,
    pos,
    folded,
    foldedWords,
    opens: phrasesFrom(foldedWords[0] ?? ''),
    features: wordFeatures(text, folded, lemma, pos),
    slot: lastSlot,
  };
}
