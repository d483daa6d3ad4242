import { parsePassageQuery } from '../search/passage-query.js';
import { nameTokensOf, type PassageTerm, type PassageTerms, passageTerms, stemsOf } from '../search/passage-terms.js';
import { isStopWord, stemWord } from '../search/stem-word.js';
import type { SearchReader } from './search-reader.js';
import { anyOf, type TokenQuery } from './token-query.js';

/** An index that is asked for the terms of a query, and the tokens that it has for them. */
export interface TermIndex {
  readonly name: 'passages' | 'documents';
  readonly word: (stem: string) => string;
  /** Any of which stands for an entity. */
  readonly named: (entity: string) => readonly string[];
}

/** Entities looked at for the names in a query: those of most mentions. */
const mostBearers = 1_000;

/** What a query asks for, as far as this store knows the words and names in it. */
export async function understandQuery(reader: SearchReader, index: TermIndex, text: string): Promise<PassageTerms> {
  const query = parsePassageQuery(text);
  const names = nameTokensOf(query);
  const entities = names.length === 0 ? [] : await reader.entities(anyOf(names), null, mostBearers);
  const known = new Set(await reader.knownTokens(index.name, stemsOf(query).map(index.word)));
  return passageTerms(query, entities, (stem) => !known.has(index.word(stem)));
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

/** What an index is asked for the terms: all that answers has these tokens. */
export async function tokensOfTerms(
  reader: SearchReader,
  index: TermIndex,
  { wanted, without }: PassageTerms,
): Promise<TokenQuery> {
  const all: (readonly (readonly string[])[])[] = [];
  for (const term of wanted) {
    const rows = await rowsOf(reader, index, term);
    // A phrase of words that stand everywhere, beside words that don't, is looked for in what these find.
    if (rows.every((row) => row.length > 0)) all.push(rows);
  }
  return { all, none: without.flatMap((words) => (words.length === 1 ? stemTokens(index, words) : [])) };
}
