import { describe, expect, it } from '@jest/globals';
import { BadArgumentError } from '../../../src/errors.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const journal = graphBatch({
  key: 'journal',
  date: '1957-07-08',
  authors: ['person:a-m-puzanov'],
  record: { title: 'Journal of the ambassador', archivalReference: { archive: 'AVPRF', fond: '0102' } },
  entities: [{ id: 'person:kim-il-sung', name: 'Kim Il Sung', aliases: ['Kim Ir Sen'] }],
  statements: [{ speaker: 'person:kim-il-sung', quote: 'The rice harvest was poor, for rice wants rain.' }],
});
const letter = graphBatch({
  key: 'letter',
  date: '1956',
  record: { title: 'Letter on rice', citation: 'Wilson Center, 42' },
  statements: [{ speaker: 'person:nam-il', quote: 'A cease-fire is no armistice.' }],
});
const note = graphBatch({ key: 'note', statements: [{ speaker: 'person:nam-il', quote: 'Of rice, and much else.' }] });

const documents = [note, journal, letter];

export function searchesDocuments(current: CurrentStore): void {
  describe('searching documents', () => {
    const search = (query: string, filter = {}) => current().searchDocuments(query, filter, { first: 10 });
    const found = async (query: string, filter = {}) =>
      (await search(query, filter)).items.map(({ record }) => record.document.id.slice('document:'.length));

    current.withDocuments(documents, () => {
      it.each([
        ['rice', ['letter', 'journal', 'note']],
        ['rice harvests', ['journal']],
        ['rice rain journal', ['journal']],
        ['"letter on rice"', ['letter']],
        ['"letter rice"', []],
        ['AVPRF rice', ['journal']],
        ['Wilson Center', ['letter']],
        ['Kim Ir Sen rice', ['journal']],
        ['rice -harvest -letter', ['note']],
        ['ceasefire', ['letter']],
        ['harvset', ['journal']],
        ['tea', []],
      ])('finds for %s %j', async (query, expected) => {
        expect(await found(query)).toEqual(expected);
      });

      it('keeps to dates and authors', async () => {
        expect(await found('rice', { from: '1957' })).toEqual(['journal']);
        expect(await found('rice', { to: '1956' })).toEqual(['letter']);
        expect(await found('rice', { author: 'person:a-m-puzanov' })).toEqual(['journal']);
      });

      it('marks the words in title and text, and pages', async () => {
        const { items, terms, isCut } = await search('rice');
        expect({ terms, isCut }).toMatchObject({ terms: [{ kind: 'WORD', written: 'rice' }], isCut: false });
        const [first, second] = items.map(({ record }) => record);
        expect(first?.titleRanges.map(({ start, end }) => first.document.title.slice(start, end))).toEqual(['rice']);
        expect(first?.highlights).toEqual([]);
        expect(second?.highlights.map(({ start, end }) => journal.text.slice(start, end))).toEqual(['rice', 'rice']);
        const after = items[0]?.cursor;
        const rest = await current().searchDocuments('rice', {}, { first: 1, after });
        expect(rest).toMatchObject({ items: items.slice(1, 2), hasNextPage: true });
        const back = await current().searchDocuments('rice', {}, { last: 5, before: items[2]?.cursor });
        expect(back.items).toEqual(items.slice(0, 2));
      });

      it.each(['"rice" OR *', 'rice*', 'tokens:rice', 'rice~2', 'rice)', 'rice \ud800'])(
        'takes %j for words',
        async (query) => {
          expect((await search(query)).items).toBeInstanceOf(Array);
        },
      );
    });

    it('finds nothing of a document that changed or went', async () => {
      for (const batch of documents) await current().putDocument(batch);
      expect(await found('armistice')).toEqual(['letter']);
      await current().putDocument(graphBatch({ key: 'letter', record: { title: 'Tea' } }));
      await current().deleteDocument('document:journal');
      const ids = async (query: string) =>
        (await current().searchDocuments(query, {}, { first: 9 })).items.map(({ record }) => record.document.id);
      expect(await ids('armistice')).toEqual([]);
      expect(await ids('rice')).toEqual(['document:note']);
      expect(await ids('tea')).toEqual(['document:letter']);
    });

    it.each(['', '"', '-rice', 'the', '\0'])('refuses %j', async (query) => {
      await expect(current().searchDocuments(query, {}, { first: 1 })).rejects.toBeInstanceOf(BadArgumentError);
    });
  });
}
