import { describe, expect, it } from '@jest/globals';
import type { PageRequest, Pages } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const all = { first: 100 };

export function idsOf(pages: Pages<{ readonly id: string }>): readonly (readonly string[])[] {
  return pages.map(({ items }) => items.map(({ record }) => record.id));
}

const letters = ['a', 'b', 'c', 'd', 'e'];
const people = letters.map((letter) => `person:${letter}`);

const documents = [
  graphBatch({
    key: 'one',
    date: '1957-07-08',
    authors: ['person:a'],
    entities: [
      ...people.map((id, index) => ({ id, mentions: letters.slice(index).map(() => 'name' as const) })),
      { id: 'place:z' },
    ],
  }),
  graphBatch({ key: 'two', date: '1957', authors: ['person:b'], entities: [{ id: 'person:b' }, { id: 'event:x' }] }),
  graphBatch({ key: 'three', date: null, entities: [{ id: 'person:c', mentions: ['title'] }] }),
];

export function pagesRecords(current: CurrentStore): void {
  describe('paging', () => {
    /** Reads everything two at a time and gives the pages' identifiers and cursors back. */
    async function walk(next: (request: PageRequest) => Promise<Pages<{ readonly id: string }>>, forward: boolean) {
      const found: string[][] = [];
      let cursor: string | undefined;
      for (let turn = 0; turn < 20; turn += 1) {
        const [page] = await next(forward ? { first: 2, after: cursor } : { last: 2, before: cursor });
        if (!page) break;
        found.push(page.items.map(({ record }) => record.id));
        cursor = (forward ? page.items.at(-1) : page.items[0])?.cursor;
        if (!(forward ? page.hasNextPage : page.hasPreviousPage)) return found;
      }
      throw new Error('the pages have no end');
    }

    current.withDocuments(documents, () => {
      it('walks forward and backward over the same records, in ascending order either way', async () => {
        const pages = (request: PageRequest) => current().entityPages([null], {}, request);
        const forward = await walk(pages, true);
        expect(forward).toEqual([
          ['event:x', 'person:a'],
          ['person:b', 'person:c'],
          ['person:d', 'person:e'],
          ['place:z'],
        ]);
        const backward = await walk(pages, false);
        expect(backward).toEqual([
          ['person:e', 'place:z'],
          ['person:c', 'person:d'],
          ['person:a', 'person:b'],
          ['event:x'],
        ]);
      });

      it('tells whether there is more on either side', async () => {
        const sides = async (request: PageRequest) => {
          const [page] = await current().entityPages([null], {}, request);
          return [page?.items.length, page?.hasPreviousPage, page?.hasNextPage];
        };
        expect(await sides({ first: 7 })).toEqual([7, false, false]);
        expect(await sides({ first: 6 })).toEqual([6, false, true]);
        expect(await sides({ first: 0 })).toEqual([0, false, true]);
        expect(await sides({ last: 7 })).toEqual([7, false, false]);
        expect(await sides({ last: 6 })).toEqual([6, true, false]);
        expect(await sides({ first: 2, after: 'person:a' })).toEqual([2, true, true]);
        expect(await sides({ last: 2, before: 'person:a' })).toEqual([1, false, true]);
        expect(await sides({ first: 2, after: 'place:z' })).toEqual([0, true, false]);
      });

      it('takes any text for a cursor', async () => {
        for (const after of ['', "'", '~~~~', '\u0000', '9'.repeat(300)]) {
          await expect(current().entityPages([null], {}, { first: 1, after })).resolves.toHaveLength(1);
        }
      });

      it('gives a page to each owner, in the order asked, repeated, unknown and null ones too', async () => {
        const owners = ['document:two', null, 'document:nowhere', 'document:three', 'document:two', 'person:a', ''];
        const pages = await current().entityPages(owners, {}, { first: 2 });
        expect(idsOf(pages)).toEqual([
          ['event:x', 'person:b'],
          ['event:x', 'person:a'],
          [],
          ['person:c'],
          ['event:x', 'person:b'],
          [],
          [],
        ]);
        expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([false, true, false, false, false, false, false]);
        expect(await current().entityPages([], {}, { first: 2 })).toEqual([]);
      });

      it('uses one cursor for all owners, and backward pages for all', async () => {
        const owners = ['document:one', 'document:two'];
        expect(idsOf(await current().entityPages(owners, {}, { first: 2, after: 'person:a' }))).toEqual([
          ['person:b', 'person:c'],
          ['person:b'],
        ]);
        expect(idsOf(await current().entityPages(owners, {}, { last: 2, before: 'person:c' }))).toEqual([
          ['person:a', 'person:b'],
          ['event:x', 'person:b'],
        ]);
      });

      it('pages entities by kind and by mentions', async () => {
        const store = current();
        const owners = [null, 'document:two'];
        expect(idsOf(await store.entityPages(owners, { kinds: ['EVENT', 'PLACE'] }, all))).toEqual([
          ['event:x', 'place:z'],
          ['event:x'],
        ]);
        expect(idsOf(await store.entityPages([null], { kinds: [] }, all))).toEqual([[]]);
        const byMentions = await store.entityPages(owners, { orderBy: 'MENTIONS' }, all);
        expect(idsOf(byMentions)).toEqual([
          ['person:a', 'person:b', 'person:c', 'person:d', 'event:x', 'person:e', 'place:z'],
          ['person:b', 'event:x'],
        ]);
        const third = byMentions[0]?.items[2]?.cursor;
        expect(idsOf(await store.entityPages([null], { orderBy: 'MENTIONS' }, { first: 2, after: third }))).toEqual([
          ['person:d', 'event:x'],
        ]);
        expect(
          idsOf(
            await store.entityPages([null], { orderBy: 'MENTIONS', kinds: ['PERSON'] }, { last: 2, before: third }),
          ),
        ).toEqual([['person:a', 'person:b']]);
      });

      it('pages mentions of entities and of documents, and of one within the other', async () => {
        const store = current();
        const pages = await store.mentionPages(['person:b', 'document:two', 'person:nobody'], {}, all);
        expect(pages.map(({ items }) => items.map(({ record }) => [record.document, record.entity]))).toEqual([
          [...[1, 2, 3, 4].map(() => ['document:one', 'person:b']), ['document:two', 'person:b']],
          [
            ['document:two', 'event:x'],
            ['document:two', 'person:b'],
          ],
          [],
        ]);
        const within = await store.mentionPages(['person:b', 'person:c'], { within: 'document:one' }, { first: 10 });
        expect(within.map(({ items }) => items.length)).toEqual([4, 3]);
        const ofOne = await store.mentionPages(['document:one', 'document:two'], { within: 'person:b' }, { last: 3 });
        expect(ofOne.map(({ items, hasPreviousPage }) => [items.length, hasPreviousPage])).toEqual([
          [3, true],
          [1, false],
        ]);
      });

      it('pages documents by date, undated last, of entities and by author', async () => {
        const store = current();
        expect(idsOf(await store.documentPages([null, 'person:b', 'person:c', 'event:none'], {}, all))).toEqual([
          ['document:two', 'document:one', 'document:three'],
          ['document:two', 'document:one'],
          ['document:one', 'document:three'],
          [],
        ]);
        expect(idsOf(await store.documentPages([null, 'person:b'], { author: 'person:a' }, all))).toEqual([
          ['document:one'],
          ['document:one'],
        ]);
        expect(idsOf(await store.documentPages([null], {}, { last: 1 }))).toEqual([['document:three']]);
      });

      it.each([
        [{ from: '1957-07-08' }, ['document:two', 'document:one']],
        [{ from: '1957-07-09' }, ['document:two']],
        [{ from: '1958' }, []],
        [{ to: '1957-07-08' }, ['document:two', 'document:one']],
        [{ to: '1957-07-07' }, ['document:two']],
        [{ to: '1957-07' }, ['document:two', 'document:one']],
        [{ to: '1956' }, []],
        [{ from: '1957-07', to: '1957-07' }, ['document:two', 'document:one']],
      ])('lets documents through whose days overlap %j', async (filter, expected) => {
        expect(idsOf(await current().documentPages([null], filter, all))).toEqual([expected]);
      });
    });

    it('keeps the place of a cursor whose record has gone', async () => {
      for (const document of documents) await current().putDocument(document);
      await current().deleteDocument('document:two');
      const pages = await current().entityPages([null], {}, { first: 1, after: 'event:x' });
      expect(idsOf(pages)).toEqual([['person:a']]);
    });
  });
}
