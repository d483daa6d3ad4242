import { isMisspelling } from './misspelling.js';
import type { PassageTerm, PassageTerms } from './passage-terms.js';
import { stemWord } from './stem-word.js';
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

function occurrencesOf(term: PassageTerm, words: readonly Word[]): readonly Occurrence[] {
  if (term.kind === 'PHRASE') return sequences(words, term.words, isEqual, likeness.same);
  if (term.kind === 'WORD') {
    return words.flatMap(({ folded, compound }, first): readonly Occurrence[] => {
      const place = { first, beyond: first + 1 };
      if (compound !== null && stemWord(compound) === term.stem) {
        return [{ first: first - 1, beyond: first + 1, likeness: likeness.form }];
      }
      if (folded === term.folded) return [{ ...place, likeness: likeness.same }];
      const stem = stemWord(folded);
      if (stem === term.stem) return [{ ...place, likeness: likeness.form }];
      const isMeant = term.isUnknown && isMisspelling(term.stem, stem);
      return isMeant ? [{ ...place, likeness: likeness.misspelled }] : [];
    });
  }
  const named = [
    ...sequences(words, term.words, hasStemOf, likeness.same),
    ...term.names.flatMap((name) => sequences(words, name, isEqual, likeness.otherName)),
  ];
  if (named.length > 0) return named;
  const apart = term.words.map((word) => sequences(words, [word], hasStemOf, likeness.apart));
  return apart.every((places) => places.length > 0) ? apart.flat() : [];
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
 * Where the terms of a query stand in a passage that an index gave for them.
 *
 * @returns `null` where one is missing that has to stand there, or one stands there that mustn't. Who is named need
 *   not: a passage is found for those who take part in its claim.
 */
export function findTerms(terms: PassageTerms, quote: string): FoundTerms | null {
  const found = occurrencesIn(terms, quote);
  const isMissing = terms.wanted.some(({ kind }, index) => kind !== 'NAME' && found.occurrences[index]?.length === 0);
  return isMissing || holdsUnwanted(terms, found.words) ? null : found;
}
