import type { DocumentRecord } from '../model/records.js';
import { sortKeys } from '../model/sort-key.js';
import { documentToken, headingOf } from '../search/document-tokens.js';
import { type FoundTerms, holdsUnwanted, occurrencesIn } from '../search/find-terms.js';
import type { PassageTerms } from '../search/passage-terms.js';
import { rankPassage } from '../search/rank-passage.js';
import { type DocumentHit, type DocumentHitPage, mostDocuments } from './graph-search.js';
import type { DocumentFilter, PageRequest } from './graph-store.js';
import { pageOfAll } from './page-of-all.js';
import { marksOf } from './search-passages.js';
import type { SearchReader } from './search-reader.js';
import { type TermIndex, tokensOfTerms, understandQuery } from './understand-query.js';

const documentIndex: TermIndex = {
  name: 'documents',
  word: documentToken.word,
  named: (entity) => [documentToken.mentioned(entity)],
};

/** Marks of a text: enough to show, however long it is. */
const mostHighlights = 100;

interface FoundDocument {
  readonly document: DocumentRecord;
  readonly title: FoundTerms;
  readonly text: FoundTerms;
  readonly score: number;
}

/** Half of the score is for what the title says, half for the text. */
function find(terms: PassageTerms, document: DocumentRecord, body: string): FoundDocument | null {
  const [title, heading, text] = [document.title, headingOf(document), body].map((part) =>
    occurrencesIn(terms, part),
  ) as [FoundTerms, FoundTerms, FoundTerms];
  const parts = [title, heading, text];
  const isThere = (index: number): boolean => parts.some(({ occurrences }) => (occurrences[index] ?? []).length > 0);
  if (terms.wanted.some(({ kind }, index) => kind !== 'NAME' && !isThere(index))) return null;
  if (parts.some(({ words }) => holdsUnwanted(terms, words))) return null;
  const headed = terms.wanted.filter((_, index) =>
    [title, heading].some(({ occurrences }) => (occurrences[index] ?? []).length > 0),
  );
  const score = headed.length / terms.wanted.length / 2 + rankPassage(text) / 2;
  return { document, title, text, score: Math.round(score * 1e6) / 1e6 };
}

export async function searchDocuments(
  reader: SearchReader,
  query: string,
  filter: DocumentFilter,
  request: PageRequest,
): Promise<DocumentHitPage> {
  const terms = await understandQuery(reader, documentIndex, query);
  const tokens = await tokensOfTerms(reader, documentIndex, terms);
  const candidates = await reader.documents(tokens, filter, mostDocuments + 1);
  const found = candidates.slice(0, mostDocuments).flatMap(({ document, text }) => find(terms, document, text) ?? []);
  const page = pageOfAll(found, (hit) => sortKeys.documentHit({ ...hit.document, score: hit.score }), request);
  const items = page.items.map(({ record: { document, score, title, text }, cursor }) => {
    const { highlights, focus } = marksOf(text);
    const record: DocumentHit = {
      ...{ document, score, focus },
      titleRanges: marksOf(title).highlights,
      highlights: highlights.slice(0, mostHighlights),
    };
    return { record, cursor };
  });
  return { ...page, items, terms: terms.wanted, isCut: candidates.length > mostDocuments };
}
