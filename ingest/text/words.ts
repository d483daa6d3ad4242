import { foldName } from '../../src/names/fold-name.js';
import { wordFeatures } from '../lexicon/word-features.js';

/** A word, mark or phrase as the tagger read it, without its place: all with the same reading are one object. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Of a phrase, that of its last word; so is the part of speech. */
  readonly lemma: string;
  readonly pos: string;
  /** As `foldName` gives it: "Il-sŏng" is "il song"; empty for a mark. */
  readonly folded: string;
  readonly foldedWords: readonly string[];
  /** Word classes and traits, by which patterns know it. */
  readonly features: ReadonlySet<string>;
}

/** Written forms; those of a volume are about twenty thousand. */
const mostForms = 50_000;

/**
 * The readings of each written form that has been met, so that what a word is gets worked out once for a vocabulary and
 * not once for each place in a text. Lives as long as the process; emptied when it holds {@link mostForms}, and tokens
 * that are still read then keep their own words.
 */
const readings = new Map<string, Word[]>();

/** @param lemma - In small letters. */
export function wordOf(text: string, lemma: string, pos: string): Word {
  let known = readings.get(text);
  if (known === undefined) {
    if (readings.size >= mostForms) readings.clear();
    known = [];
    readings.set(text, known);
  }
  let word = known.find((reading) => reading.lemma === lemma && reading.pos === pos);
  if (word === undefined) {
    word = readWord(text, lemma, pos);
    known.push(word);
  }
  return word;
}

function readWord(text: string, lemma: string, pos: string): Word {
  const folded = foldName(text);
  return {
    text,
    lower: text.toLowerCase(),
    lemma,
    pos,
    folded,
    foldedWords: folded.split(' ').filter(Boolean),
    features: wordFeatures(text, folded, lemma, pos),
  };
}
