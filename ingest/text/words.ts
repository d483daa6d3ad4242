import { foldName } from '../../src/names/fold-name.js';
import { longestPhrase } from '../lexicon/word-class-index.js';
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
  /** Words of the longest phrase of a word class that it opens: 2 for "prime". */
  readonly opens: number;
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
/** The same lists by wink-nlp's numbers of the forms, by which they are found sooner; emptied with the others. */
const readingsOfForm = new Array<Word[] | undefined>(mostForms);

function readingsOf(text: string): Word[] {
  let known = readings.get(text);
  if (known === undefined) {
    if (readings.size >= mostForms) {
      readings.clear();
      readingsOfForm.fill(undefined);
    }
    known = [];
    readings.set(text, known);
  }
  return known;
}

function among(known: Word[], text: string, lemma: string, pos: string): Word {
  for (const reading of known) if (reading.pos === pos && reading.lemma === lemma) return reading;
  const word = readWord(text, lemma, pos);
  known.push(word);
  return word;
}

/** @param lemma - In small letters. */
export function wordOf(text: string, lemma: string, pos: string): Word {
  return among(readingsOf(text), text, lemma, pos);
}

/** @param form - wink-nlp's number of the written form, the same as long as the process lives. */
export function wordOfForm(form: number, text: string, lemma: string, pos: string): Word {
  let known = readingsOfForm[form];
  if (known === undefined) {
    known = readingsOf(text);
    if (form < mostForms) readingsOfForm[form] = known;
  }
  return among(known, text, lemma, pos);
}

function readWord(text: string, lemma: string, pos: string): Word {
  const folded = foldName(text);
  const foldedWords = folded.split(' ').filter(Boolean);
  return {
    text,
    lower: text.toLowerCase(),
    lemma,
    pos,
    folded,
    foldedWords,
    opens: longestPhrase(foldedWords[0] ?? ''),
    features: wordFeatures(text, folded, lemma, pos),
  };
}
