import { tellingTerms } from '../search/missing-terms.js';
import { parsePassageQuery } from '../search/passage-query.js';
import { nameTokensOf, type PassageTerm, type PassageTerms, passageTerms, stemsOf } from '../search/passage-terms.js';
import { isStopWord, stemWord } from '../search/stem-word.js';
import type { SearchReader } from './search-reader.js';
import { allBut, anyOf, type TokenQuery } from './token-query.js';

/** An index that is asked for the terms of a query, and the tokens that it has for them. */
export interface TermIndex {
  readonly name: 'passages' | 'documents';
  readonly word: (stem: string) => string;
  /** Any of which stands for an entity. */
  readonly named: (entity: string) => readonly string[];
}

/** Entities looked at for the names in a query: those of most mentions. */
const mostBearers = 1_000;

/** Words of a query that may be misspelled: Lucene looks for each in up to fifty, and takes no more than 1,024. */
const mostMisspelled = 12;

/** What a query asks for, as far as this store knows the words and names in it. */
export async function understandQuery(reader: SearchReader, index: TermIndex, text: string): Promise<PassageTerms> {
  const query = parsePassageQuery(text);
  const names = nameTokensOf(query);
  const entities = names.length === 0 ? [] : await reader.entities(anyOf(names), null, mostBearers);
  const stems = stemsOf(query);
  const known = await reader.tokenCounts(index.name, stems.map(index.word), 1);
  // So many unknown words are another language's: looked for in all that each may be misspelled for, they are too much.
  const isForgiven = stems.length - known.size <= mostMisspelled;
  return passageTerms(query, entities, (stem) => isForgiven && !known.has(index.word(stem)));
}

function stemTokens(index: TermIndex, words: readonly string[]): readonly string[] {
  return words.filter((word) => !isStopWord(word)).map((word) => index.word(stemWord(word)));
}

async function rowsOf(
  reader: SearchReader,
  index: TermIndex,
  term: PassageTerm,
): Promise<readonly (readonly string[])[]> {
  if (term.kind === 'PHRASE') return [stemTokens(index, term.words)];
  if (term.kind === 'WORD') {
    const own = [index.word(term.stem)];
    if (!term.isUnknown) return [own];
    return [own, ...(await reader.misspelled(index, term.stem)).map((token) => [token])];
  }
  const bearers = term.entities.flatMap(({ id }) => index.named(id).map((token) => [token]));
  return [stemTokens(index, term.words), ...bearers];
}

/** For each term the rows of tokens of which one has to be there whole. */
async function choicesOf(
  reader: SearchReader,
  index: TermIndex,
  terms: readonly PassageTerm[],
): Promise<TokenQuery['all']> {
  const all: (readonly (readonly string[])[])[] = [];
  for (const term of terms) {
    const rows = await rowsOf(reader, index, term);
    // A phrase of words that stand everywhere, beside words that don't, is looked for in what these find.
    if (rows.every((row) => row.length > 0)) all.push(rows);
  }
  return all;
}

function unwantedTokens(index: TermIndex, { without }: PassageTerms): readonly string[] {
  return without.flatMap((words) => (words.length === 1 ? stemTokens(index, words) : []));
}

/** What an index is asked for the terms: all that answers has these tokens. */
export async function tokensOfTerms(reader: SearchReader, index: TermIndex, terms: PassageTerms): Promise<TokenQuery> {
  return { all: await choicesOf(reader, index, terms.wanted), none: unwantedTokens(index, terms) };
}

/** The same where as many of them as `mostMissing` allows are not there. */
export async function tokensOfMostTerms(
  reader: SearchReader,
  index: TermIndex,
  terms: PassageTerms,
  most: number,
): Promise<TokenQuery> {
  const telling = await choicesOf(reader, index, tellingTerms(terms));
  const phrases = await choicesOf(
    reader,
    index,
    terms.wanted.filter(({ kind }) => kind === 'PHRASE'),
  );
  return { all: [...allBut(telling, most), ...phrases], none: unwantedTokens(index, terms) };
}
