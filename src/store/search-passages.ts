import { sortKeys } from '../model/sort-key.js';
import { type FoundTerms, findTerms } from '../search/find-terms.js';
import { parsePassageQuery } from '../search/passage-query.js';
import { nameTokensOf, type PassageTerm, type PassageTerms, passageTerms, stemsOf } from '../search/passage-terms.js';
import { passageToken } from '../search/passage-tokens.js';
import { narrowestStretch, rankPassage } from '../search/rank-passage.js';
import { isStopWord, stemWord } from '../search/stem-word.js';
import { joinedRanges, type TextRange } from '../search/text-parts.js';
import { mostPassages, type PassageHit, type PassagePage, type PassageQuestion } from './graph-search.js';
import type { PageRequest } from './graph-store.js';
import { pageOfAll } from './page-of-all.js';
import type { PassageRow, SearchReader } from './search-reader.js';
import { anyOf, type TokenQuery } from './token-query.js';

/** Entities looked at for the names in a query: those of most mentions. */
const mostBearers = 1_000;

/** What a query asks for, as far as this store knows the words and names in it. */
async function understand(reader: SearchReader, text: string): Promise<PassageTerms> {
  const query = parsePassageQuery(text);
  const names = nameTokensOf(query);
  const entities = names.length === 0 ? [] : await reader.entities(anyOf(names), null, mostBearers);
  const known = new Set(await reader.knownTokens(stemsOf(query).map(passageToken.word)));
  return passageTerms(query, entities, (stem) => !known.has(passageToken.word(stem)));
}

function stemTokens(words: readonly string[]): readonly string[] {
  return words.filter((word) => !isStopWord(word)).map((word) => passageToken.word(stemWord(word)));
}

async function rowsOf(reader: SearchReader, term: PassageTerm): Promise<readonly (readonly string[])[]> {
  if (term.kind === 'PHRASE') return [stemTokens(term.words)];
  if (term.kind === 'WORD') {
    const own = [passageToken.word(term.stem)];
    return term.isUnknown ? [own, ...(await reader.misspelled(term.stem)).map((token) => [token])] : [own];
  }
  const parties = term.entities.flatMap(({ id }) => [[passageToken.party(id)], [passageToken.mentioned(id)]]);
  return [stemTokens(term.words), ...parties];
}

async function tokenQuery(
  reader: SearchReader,
  { wanted, without }: PassageTerms,
  entity: string | undefined,
): Promise<TokenQuery> {
  const all: (readonly (readonly string[])[])[] = [];
  for (const term of wanted) {
    const rows = await rowsOf(reader, term);
    // A phrase of words that stand everywhere, beside words that don't, is looked for in what these find.
    if (rows.every((row) => row.length > 0)) all.push(rows);
  }
  if (entity !== undefined) all.push([[passageToken.party(entity)]]);
  const none = without.flatMap((words) => (words.length === 1 ? stemTokens(words) : []));
  return { all, none };
}

interface FoundPassage {
  readonly rows: readonly [PassageRow, ...PassageRow[]];
  readonly found: FoundTerms;
}

/** A claim of the same words stands before another: statements first, then by identifier. */
function byClaim(a: PassageRow, b: PassageRow): number {
  return Number(a.mode === null) - Number(b.mode === null) || (a.claim < b.claim ? -1 : 1);
}

/** All passages that have what a question asks for, each with the claims that rest on it. */
export async function findPassages(
  reader: SearchReader,
  { query, filter }: PassageQuestion,
): Promise<{ readonly passages: readonly FoundPassage[]; readonly terms: PassageTerms; readonly isCut: boolean }> {
  const terms = await understand(reader, query);
  const candidates = await reader.passages(await tokenQuery(reader, terms, filter.entity), filter, mostPassages + 1);
  const byPlace = new Map<string, [PassageRow, ...PassageRow[]]>();
  for (const row of candidates.slice(0, mostPassages)) {
    const place = `${row.document} ${row.start} ${row.end}`;
    const others = byPlace.get(place);
    if (others) others.push(row);
    else byPlace.set(place, [row]);
  }
  const passages = [...byPlace.values()].flatMap((rows): readonly FoundPassage[] => {
    const found = findTerms(terms, rows[0].quote);
    if (found === null) return [];
    rows.sort(byClaim);
    return [{ rows, found }];
  });
  return { passages, terms, isCut: candidates.length > mostPassages };
}

function marks({ words, occurrences }: FoundTerms): { highlights: readonly TextRange[]; focus: TextRange } {
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
  const ranked = passages.map(({ rows, found }) => {
    const [{ document, date, quote, start, end }] = rows;
    const claims = rows.map(({ claim }) => claim);
    return { found, hit: { claims, document, date, quote, start, end, score: rankPassage(found) } };
  });
  const page = pageOfAll(ranked, ({ hit }) => sortKeys.passage(hit), request);
  // Only what is given is marked.
  const items = page.items.map(({ record: { hit, found }, cursor }): { record: PassageHit; cursor: string } => ({
    record: { ...hit, ...marks(found) },
    cursor,
  }));
  return { ...page, items, terms: terms.wanted, isCut };
}
