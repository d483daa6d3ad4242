import { describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';
import { randomBatches } from '../random-batches.js';
import { contents } from '../store-contents.js';

const change = { by: 'A. Reader', at: '1957-07-08T12:00:00.000Z', note: null, expectedVersion: null };

/** What is stored, and what is found of it by its words. */
async function everything(store: GraphStore) {
  const found = (query: string) => store.searchPassages({ query, filter: {} }, { first: 100 });
  return {
    stored: await contents(store),
    stats: await store.stats(),
    passages: await Promise.all(['met', 'Kim Ir Sen', 'Pyongyang'].map(found)),
    documents: await store.searchDocuments('Pyongyang', {}, { first: 100 }),
    names: await store.search('Phenian', null, 10),
    network: await store.network({}, 100),
    timeline: await store.timeline(null, {}, { first: 200 }),
  };
}

export function loadsDocuments(current: CurrentStore): void {
  describe('a first load of an empty store', () => {
    it('stores what writing one by one does, also where a document comes twice', async () => {
      const store = current();
      for (const seed of [7, 8]) {
        await emptyStore(store);
        const batches = randomBatches(seed, 24);
        for (const batch of batches) await store.putDocument(batch);
        const oneByOne = await everything(store);
        await emptyStore(store);
        await store.keepDocuments(batches.slice(0, 9));
        await store.keepDocuments(batches.slice(9));
        await store.finishLoad();
        expect(await everything(store)).toEqual(oneByOne);
      }
    });

    it('keeps documents out of the graph until it is finished, and knows them', async () => {
      const store = current();
      const [a, b] = [graphBatch({ key: 'a', fingerprint: '1' }), graphBatch({ key: 'b', fingerprint: '1' })];
      const changed = graphBatch({ key: 'a', fingerprint: '2' });
      expect(await store.keepDocuments([a, b, b])).toEqual(['added', 'added', 'unchanged']);
      expect(await store.keepDocuments([changed, b])).toEqual(['replaced', 'unchanged']);
      expect(await store.fingerprints([a.document.id, b.document.id])).toEqual(['2', '1']);
      expect((await store.stats()).documents).toBe(0);
      const told: number[] = [];
      await store.finishLoad((documents) => told.push(documents));
      expect((await store.stats()).documents).toBe(2);
      expect(told.at(-1)).toBe(2);
      // Where nothing is left, nothing is done.
      await store.finishLoad((documents) => told.push(-documents));
      expect(told.at(-1)).toBe(2);
    });

    it('is the usual road where the graph has a document', async () => {
      const store = current();
      await store.putDocument(graphBatch({ key: 'a' }));
      await store.keepDocuments([graphBatch({ key: 'b' })]);
      expect((await store.stats()).documents).toBe(2);
    });

    it('that somebody cut off is finished by the next, whatever was put or edited meanwhile', async () => {
      const store = current();
      const batches = randomBatches(9, 24);
      const merge = { action: 'MERGE', entities: ['person:nam-il', 'person:zhou-enlai'], into: null } as const;
      for (const batch of batches) await store.putDocument(batch);
      await store.edit(merge, change);
      const oneByOne = await everything(store);
      await emptyStore(store);
      await store.keepDocuments(batches.slice(0, 12));
      for (const batch of batches.slice(12)) await store.putDocument(batch);
      await store.edit(merge, change);
      await store.finishLoad();
      expect(await everything(store)).toEqual(oneByOne);
    });

    it('leaves out what people deleted or retracted', async () => {
      const store = current();
      const met = (key: string) =>
        graphBatch({ key, relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b' }] });
      await store.putDocuments([met('x'), met('y')]);
      await store.edit({ action: 'RETRACT', relation: 'relation:met-with/person:a/person:b' }, change);
      await store.edit({ action: 'DELETE_DOCUMENT', document: 'document:x' }, change);
      await store.deleteDocument('document:y');
      expect(await store.keepDocuments([met('x'), met('z')])).toEqual(['kept-out', 'added']);
      await store.finishLoad();
      expect(await store.stats()).toMatchObject({ documents: 1, relations: 0 });
    });
  });
}
