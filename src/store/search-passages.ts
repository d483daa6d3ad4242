import { sortKeys } from '../model/sort-key.js';
import { type FoundTerms, findTerms } from '../search/find-terms.js';
import { mostMissing } from '../search/missing-terms.js';
import type { PassageTerms } from '../search/passage-terms.js';
import { passageToken } from '../search/passage-tokens.js';
import { narrowestStretch, rankPassage } from '../search/rank-passage.js';
import { joinedRanges, type TextRange } from '../search/text-parts.js';
import { mostPassages, type PassageHit, type PassagePage, type PassageQuestion } from './graph-search.js';
import type { Page, PageRequest } from './graph-store.js';
import { pageOfAll } from './page-of-all.js';
import { type FoundPassage, passagesOf } from './passages-of-claims.js';
import type { PassageRow, SearchReader } from './search-reader.js';
import type { TokenQuery } from './token-query.js';
import { type TermIndex, tokensOfMostTerms, tokensOfTerms, understandQuery } from './understand-query.js';

const passageIndex: TermIndex = {
  name: 'passages',
  word: passageToken.word,
  named: (entity) => [passageToken.party(entity), passageToken.mentioned(entity)],
};

export interface FoundPassages {
  readonly passages: readonly FoundPassage[];
  readonly terms: PassageTerms;
  readonly isCut: boolean;
}

const rowKey = ({ claim, document, start, end }: PassageRow): string => `${claim} ${document} ${start} ${end}`;

/** Passages with all terms, and the way to those that miss some. */
interface Findings {
  readonly exact: FoundPassages;
  /** All of them, those that miss terms too. `null` where none may be missing, or where there are too many without these. */
  readonly loose: (() => Promise<FoundPassages>) | null;
}

/**
 * All passages that have what a question asks for, each with the claims that rest on it.
 *
 * The index is asked twice where terms may be missing, for passages that have all of them first: a question for most
 * finds many times as many, which never take the place of these, and is asked by whom these aren't enough.
 */
export async function findPassages(
  reader: SearchReader,
  { query, filter, mostMissing: mostAsked = Number.POSITIVE_INFINITY }: PassageQuestion,
): Promise<Findings> {
  const terms = await understandQuery(reader, passageIndex, query);
  const named = terms.wanted.flatMap((term) => (term.kind === 'NAME' ? term.entities.map(({ id }) => id) : []));
  const party = filter.entity === undefined ? [] : [[[passageToken.party(filter.entity)]]];
  const candidates = ({ all, none = [] }: TokenQuery) =>
    reader.passages({ all: [...all, ...party], none }, filter, named, mostPassages + 1);
  const among = (rows: readonly PassageRow[], most: number): FoundPassages => ({
    passages: passagesOf(rows.slice(0, mostPassages), (row) => findTerms(terms, row.quote, row.named, most)),
    terms,
    isCut: rows.length > mostPassages,
  });

  const rows = await candidates(await tokensOfTerms(reader, passageIndex, terms));
  const exact = among(rows, 0);
  const most = Math.min(mostAsked, mostMissing(terms));
  if (most === 0 || exact.isCut) return { exact, loose: null };
  const loose = async () => {
    const others = await candidates(await tokensOfMostTerms(reader, passageIndex, terms, most));
    return among([...new Map([...rows, ...others].map((row) => [rowKey(row), row])).values()], most);
  };
  return { exact, loose };
}

/** What to mark of a text in which the terms were found. */
export function marksOf({ words, occurrences }: FoundTerms): { highlights: readonly TextRange[]; focus: TextRange } {
  const range = ({ first, beyond }: { first: number; beyond: number }): TextRange => ({
    start: words[first]?.start ?? 0,
    end: words[beyond - 1]?.end ?? 0,
  });
  return { highlights: joinedRanges(occurrences.flat().map(range)), focus: range(narrowestStretch(occurrences)) };
}

function hitOf({ rows, found, document, quote, start, end }: FoundPassage, asked: number) {
  const [{ date }] = rows;
  const claims = [...new Set(rows.map(({ claim }) => claim))];
  return { claims, document, date, quote, start, end, missing: found.missing, score: rankPassage(found, asked) };
}

type Ranked = { readonly hit: ReturnType<typeof hitOf>; readonly found: FoundTerms };

function rankedPage({ passages, terms }: FoundPassages, request: PageRequest): Page<Ranked> {
  const ranked = passages.map((passage) => ({ found: passage.found, hit: hitOf(passage, terms.wanted.length) }));
  return pageOfAll(ranked, ({ hit }) => sortKeys.passage({ ...hit, missing: hit.missing.length }), request);
}

export async function searchPassages(
  reader: SearchReader,
  question: PassageQuestion,
  request: PageRequest,
): Promise<PassagePage> {
  const { exact, loose } = await findPassages(reader, question);
  const exactPage = rankedPage(exact, request);
  // From the end backwards, those that miss terms come first.
  const isFull = request.first !== undefined && exactPage.hasNextPage;
  const found = loose === null || isFull ? exact : await loose();
  const page = found === exact ? exactPage : rankedPage(found, request);
  // Only what is given is marked.
  const items = page.items.map(({ record: { hit, found: own }, cursor }): { record: PassageHit; cursor: string } => ({
    record: { ...hit, ...marksOf(own) },
    cursor,
  }));
  return { ...page, items, terms: found.terms.wanted, isCut: found.isCut };
}
