import { sortKeys } from '../model/sort-key.js';
import { type FoundTerms, findTerms } from '../search/find-terms.js';
import type { PassageTerms } from '../search/passage-terms.js';
import { passageToken } from '../search/passage-tokens.js';
import { narrowestStretch, rankPassage } from '../search/rank-passage.js';
import { joinedRanges, type TextRange } from '../search/text-parts.js';
import { mostPassages, type PassageHit, type PassagePage, type PassageQuestion } from './graph-search.js';
import type { PageRequest } from './graph-store.js';
import { pageOfAll } from './page-of-all.js';
import { type FoundPassage, passagesOf } from './passages-of-claims.js';
import type { SearchReader } from './search-reader.js';
import { type TermIndex, tokensOfTerms, understandQuery } from './understand-query.js';

const passageIndex: TermIndex = {
  name: 'passages',
  word: passageToken.word,
  named: (entity) => [passageToken.party(entity), passageToken.mentioned(entity)],
};

/** All passages that have what a question asks for, each with the claims that rest on it. */
export async function findPassages(
  reader: SearchReader,
  { query, filter }: PassageQuestion,
): Promise<{ readonly passages: readonly FoundPassage[]; readonly terms: PassageTerms; readonly isCut: boolean }> {
  const terms = await understandQuery(reader, passageIndex, query);
  const { all, none = [] } = await tokensOfTerms(reader, passageIndex, terms);
  const parties = filter.entity === undefined ? [] : [[[passageToken.party(filter.entity)]]];
  const candidates = await reader.passages({ all: [...all, ...parties], none }, filter, mostPassages + 1);
  const passages = passagesOf(candidates.slice(0, mostPassages), (quote) => findTerms(terms, quote));
  return { passages, terms, isCut: candidates.length > mostPassages };
}

/** What to mark of a text in which the terms were found. */
export function marksOf({ words, occurrences }: FoundTerms): { highlights: readonly TextRange[]; focus: TextRange } {
  const range = ({ first, beyond }: { first: number; beyond: number }): TextRange => ({
    start: words[first]?.start ?? 0,
    end: words[beyond - 1]?.end ?? 0,
  });
  return { highlights: joinedRanges(occurrences.flat().map(range)), focus: range(narrowestStretch(occurrences)) };
}

export async function searchPassages(
  reader: SearchReader,
  question: PassageQuestion,
  request: PageRequest,
): Promise<PassagePage> {
  const { passages, terms, isCut } = await findPassages(reader, question);
  const ranked = passages.map(({ rows, found, document, quote, start, end }) => {
    const [{ date }] = rows;
    const claims = [...new Set(rows.map(({ claim }) => claim))];
    return { found, hit: { claims, document, date, quote, start, end, score: rankPassage(found) } };
  });
  const page = pageOfAll(ranked, ({ hit }) => sortKeys.passage(hit), request);
  // Only what is given is marked.
  const items = page.items.map(({ record: { hit, found }, cursor }): { record: PassageHit; cursor: string } => ({
    record: { ...hit, ...marksOf(found) },
    cursor,
  }));
  return { ...page, items, terms: terms.wanted, isCut };
}
