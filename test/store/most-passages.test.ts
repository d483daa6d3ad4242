import { describe, expect, it } from '@jest/globals';
import { mostPassages } from '../../src/store/graph-search.js';
import { passageFacets } from '../../src/store/passage-facets.js';
import { searchPassages } from '../../src/store/search-passages.js';
import type { PassageRow, SearchReader } from '../../src/store/search-reader.js';

const row = (number: number, quote: string): PassageRow => ({
  ...{ claim: `statement:${String(number).padStart(6, '0')}`, mode: 'SAID', type: null, document: 'document:a' },
  ...{ date: null, quote, start: number * 100, end: number * 100 + quote.length, parties: [], named: [] },
});

/** An index of more passages than are ranked: those that have all three words are the last in its order. */
const rows = Array.from({ length: mostPassages + 5 }, (_, number) =>
  row(number, number < mostPassages + 2 ? 'rice harvest' : 'rice harvest north'),
);

function readerOf(asked: string[]): SearchReader {
  const none = async () => [];
  return {
    ...{ entities: none, titled: none, misspelled: none, documents: none },
    tokenCounts: async (_index, tokens) => new Map(tokens.map((token) => [token, 1])),
    passages: async ({ all }, _filter, _named, limit) => {
      asked.push(all.length === 3 && all.every((choice) => choice.length === 1) ? 'all' : 'most');
      const has = ({ quote }: PassageRow) =>
        all.every((choice) => choice.some((tokens) => tokens.every((token) => quote.includes(token.slice(1)))));
      return rows.filter(has).slice(0, limit);
    },
  };
}

describe('of more passages than are ranked', () => {
  const question = { query: 'rice harvest north', filter: {} };

  it('those with all words stand before the earliest, and it is said that some were left out', async () => {
    const asked: string[] = [];
    const { items, isCut } = await searchPassages(readerOf(asked), question, { first: 5 });
    expect(items.map(({ record }) => record.missing.length)).toEqual([0, 0, 0, 1, 1]);
    expect(isCut).toBe(true);
    expect(asked).toEqual(['all', 'most']);
    const facets = await passageFacets(readerOf([]), question);
    expect(facets.missing).toEqual([
      { value: 0, count: 3 },
      { value: 1, count: mostPassages - 3 },
    ]);
    expect(facets.isCut).toBe(true);
  });

  it('none that miss a word are looked for where a page is full without, or none may', async () => {
    const asked: string[] = [];
    expect((await searchPassages(readerOf(asked), question, { first: 2 })).isCut).toBe(false);
    await searchPassages(readerOf(asked), { ...question, mostMissing: 0 }, { first: 50 });
    expect(asked).toEqual(['all', 'all']);
  });
});
