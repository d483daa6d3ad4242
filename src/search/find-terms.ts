import { isMisspelling } from './misspelling.js';
import type { PassageTerm, PassageTerms } from './passage-terms.js';
import { isStopWord, stemWord } from './stem-word.js';
import { proseWords, type Word } from './words.js';

/** Where a term stands in a passage. */
export interface Occurrence {
  /** Index of its first word among those of the passage, and of the one behind its last. */
  readonly first: number;
  readonly beyond: number;
  /** 0 to 1: how sure it is what was asked for. */
  readonly likeness: number;
}

export interface FoundTerms {
  readonly words: readonly Word[];
  /** For each term; empty for a name of somebody who is there without being named. */
  readonly occurrences: readonly (readonly Occurrence[])[];
}

/** `occurrences` are of the terms that are there, in their order. */
export interface PassageTermsFound extends FoundTerms {
  readonly missing: readonly PassageTerm[];
}

/** Of the word itself, another form of it, a name in other letters, and the words of a name apart. */
const likeness = { same: 1, form: 0.9, otherName: 0.95, apart: 0.7, misspelled: 0.6 } as const;

function sequences(
  words: readonly Word[],
  wanted: readonly string[],
  isSame: (word: string, wanted: string) => boolean,
  alike: number,
): readonly Occurrence[] {
  const found: Occurrence[] = [];
  if (wanted.length === 0) return found;
  for (let first = 0; first + wanted.length <= words.length; first += 1) {
    if (wanted.every((one, index) => isSame(words[first + index]?.folded ?? '', one))) {
      found.push({ first, beyond: first + wanted.length, likeness: alike });
    }
  }
  return found;
}

const isEqual = (word: string, wanted: string): boolean => word === wanted;
const hasStemOf = (word: string, wanted: string): boolean => word === wanted || stemWord(word) === stemWord(wanted);

type Term<Kind extends PassageTerm['kind']> = PassageTerm & { readonly kind: Kind };

function isCompound({ compound }: Word, stem: string): boolean {
  return compound !== null && stemWord(compound) === stem;
}

function placesOfWord(term: Term<'WORD'>, words: readonly Word[]): readonly Occurrence[] {
  return words.flatMap((word, first): readonly Occurrence[] => {
    const place = { first, beyond: first + 1 };
    if (isCompound(word, term.stem)) return [{ first: first - 1, beyond: first + 1, likeness: likeness.form }];
    if (word.folded === term.folded) return [{ ...place, likeness: likeness.same }];
    const stem = stemWord(word.folded);
    if (stem === term.stem) return [{ ...place, likeness: likeness.form }];
    const isMeant = term.isUnknown && isMisspelling(term.stem, stem);
    return isMeant ? [{ ...place, likeness: likeness.misspelled }] : [];
  });
}

/** The words of a name that tell it from others, wherever they stand; none where one is missing. */
function placesApart(term: Term<'NAME'>, words: readonly Word[]): readonly Occurrence[] {
  const stems = term.words.filter((word) => !isStopWord(word)).map(stemWord);
  const places = stems.map((stem) =>
    words.flatMap((word, first): readonly Occurrence[] => {
      if (stemWord(word.folded) === stem) return [{ first, beyond: first + 1, likeness: likeness.apart }];
      return isCompound(word, stem) ? [{ first: first - 1, beyond: first + 1, likeness: likeness.apart }] : [];
    }),
  );
  return places.every((own) => own.length > 0) ? places.flat() : [];
}

function occurrencesOf(term: PassageTerm, words: readonly Word[]): readonly Occurrence[] {
  if (term.kind === 'PHRASE') return sequences(words, term.words, isEqual, likeness.same);
  if (term.kind === 'WORD') return placesOfWord(term, words);
  const named = [
    ...sequences(words, term.words, hasStemOf, likeness.same),
    ...term.names.flatMap((name) => sequences(words, name, isEqual, likeness.otherName)),
  ];
  return named.length > 0 ? named : placesApart(term, words);
}

/** Where the terms of a query stand in a text, all or some of them or none. */
export function occurrencesIn({ wanted }: PassageTerms, text: string): FoundTerms {
  const words = proseWords(text);
  return { words, occurrences: wanted.map((term) => occurrencesOf(term, words)) };
}

/** Whether one of the words or phrases stands in a text that mustn't. */
export function holdsUnwanted({ without }: PassageTerms, words: readonly Word[]): boolean {
  return without.some(
    (phrase) => sequences(words, phrase, phrase.length > 1 ? isEqual : hasStemOf, likeness.same).length > 0,
  );
}

/**
 * What a passage has of what a query asks for. A name is there with its words, or for somebody who bears it.
 *
 * @param bearers - Of those whom the query names: who takes part in the claim, or is mentioned in the passage.
 * @returns `null` where more is missing than may be, or something stands there that mustn't.
 */
export function findTerms(
  terms: PassageTerms,
  quote: string,
  bearers: readonly string[],
  mostMissing: number,
): PassageTermsFound | null {
  const words = proseWords(quote);
  const occurrences: (readonly Occurrence[])[] = [];
  const missing: PassageTerm[] = [];
  for (const term of terms.wanted) {
    const places = occurrencesOf(term, words);
    // Another name may be somebody else's here: it is marked where the index knows that it isn't.
    const isThere =
      term.kind === 'NAME'
        ? term.entities.some(({ id }) => bearers.includes(id)) || placesApart(term, words).length > 0
        : places.length > 0;
    if (isThere) occurrences.push(places);
    else if (term.kind === 'PHRASE' || missing.push(term) > mostMissing) return null;
  }
  return holdsUnwanted(terms, words) ? null : { words, occurrences, missing };
}
