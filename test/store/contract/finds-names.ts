import { describe, expect, it } from '@jest/globals';
import { foldName } from '../../../src/names/fold-name.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const batch = graphBatch({
  key: 'names',
  entities: [
    { id: 'person:kim-il-sung', name: 'Kim Il Sung', aliases: ['Premier Kim'], mentions: ['name', 'name'] },
    { id: 'person:kim-il', name: 'Kim Il' },
    { id: 'person:nam-il', name: 'Nam Il' },
    { id: 'person:zhou-enlai', name: 'Zhou Enlai' },
    { id: 'person:mikoyan', name: 'A. I. Mikoyan', aliases: ['Mikoyan'] },
    { id: 'person:stalin', name: 'Iosif Stalin', aliases: ['Filippov'] },
    { id: 'place:kim-il-sung-square', name: 'Kim Il Sung Square' },
    { id: 'organization:cpsu', name: 'CPSU', aliases: ['Communist Party of the Soviet Union'] },
  ],
});

/** More than are looked at of those that share a word or a run of letters with what is asked, all before it by mentions and identifier. */
const crowd = graphBatch({
  key: 'crowd',
  entities: Array.from({ length: 1_300 }, (_, n) => ({
    id: `group:kim-il-${n}`,
    name: `${['Kim Il', 'Sung Il', 'Mikhail', 'Stanislav'][n % 4]} ${['Soviet', 'Party', 'Fil'][n % 3]} ${n}`,
    mentions: ['name', 'name'] as const,
  })),
});

/** What is asked for, and what has to come first. */
const questions: readonly (readonly [query: string, first: string])[] = [
  ['Kim Il Sung', 'person:kim-il-sung'],
  ['KIM IL-SŎNG', 'person:kim-il-sung'],
  ['Kim Ir Sen', 'person:kim-il-sung'],
  ['김일성', 'person:kim-il-sung'],
  ['Il Sung Kim', 'person:kim-il-sung'],
  ['Kim Il', 'person:kim-il'],
  ['Chou En-lai', 'person:zhou-enlai'],
  ['Mikojan', 'person:mikoyan'],
  ['Микоян', 'person:mikoyan'],
  ['Filipov', 'person:stalin'],
  ['Stalin', 'person:stalin'],
  ['soviet communist party', 'organization:cpsu'],
];

export function findsNames(current: CurrentStore): void {
  describe('finding names', () => {
    current.withDocuments([batch], () => {
      it.each(questions)('finds for %s first %s', async (query, first) => {
        const [hit] = await current().search(query, null, 5);
        expect(hit?.entity.id).toBe(first);
      });

      it('answers the whole entity, the surface that matched and a score', async () => {
        const store = current();
        const [node] = await store.nodes(['person:stalin']);
        expect(await store.search('filippov', null, 1)).toEqual([
          { entity: node?.record, matched: 'Filippov', score: 1 },
        ]);
      });

      it('finds only the kinds asked for', async () => {
        const ids = async (kinds: Parameters<ReturnType<CurrentStore>['search']>[1]) =>
          (await current().search('Kim Il Sung', kinds, 10)).map(({ entity }) => entity.id);
        expect(await ids(['PLACE'])).toEqual(['place:kim-il-sung-square']);
        expect(await ids(['EVENT'])).toEqual([]);
        expect(await ids(['PLACE', 'PERSON'])).toContain('person:kim-il-sung');
      });

      it.each(['', '   ', '…', '"', '*', 'kim" OR "x', 'NEAR(', 'tokens:kim', 'w*', '\\', "'; DROP TABLE entity"])(
        'takes %j for words, whatever a query language would read in it',
        async (query) => {
          const hits = await current().search(query, null, 5);
          expect(foldName(query) === '' ? hits : []).toEqual([]);
          expect((await current().stats()).entities).toBe(8);
        },
      );

      it('takes a query of ten thousand characters', async () => {
        await expect(current().search('mikoyan '.repeat(1_250), null, 5)).resolves.toBeInstanceOf(Array);
      });
    });

    current.withDocuments([batch, crowd], () => {
      it.each(questions)('finds for %s first %s among thirteen hundred that are like it', async (query, first) => {
        const [hit] = await current().search(query, null, 5);
        expect(hit?.entity.id).toBe(first);
      });

      it('finds as many as are asked for', async () => {
        const hits = await current().search('Kim', null, 100);
        expect(hits).toHaveLength(100);
        expect(hits.every(({ matched }) => matched.includes('Kim'))).toBe(true);
      });
    });

    it('ranks by likeness, then by mentions, then by identifier', async () => {
      const store = current();
      await store.putDocument(
        graphBatch({
          key: 'ranks',
          entities: [
            { id: 'person:li-a', name: 'Li' },
            { id: 'person:li-b', name: 'Li', mentions: ['name', 'name'] },
            { id: 'person:li-c', name: 'Li' },
            { id: 'person:li-d', name: 'Li Bo', mentions: ['name', 'name', 'name'] },
          ],
        }),
      );
      const hits = await store.search('li', null, 10);
      expect(hits.map(({ entity }) => entity.id)).toEqual(['person:li-b', 'person:li-a', 'person:li-c', 'person:li-d']);
      expect((await store.search('li', null, 2)).map(({ entity }) => entity.id)).toEqual([
        'person:li-b',
        'person:li-a',
      ]);
    });

    it('no longer finds a name that no document gives', async () => {
      const store = current();
      await store.putDocument(batch);
      await store.putDocument(graphBatch({ key: 'names', entities: [{ id: 'person:stalin', name: 'Stalin' }] }));
      expect(await store.search('Filippov', null, 5)).toEqual([]);
    });
  });
}
