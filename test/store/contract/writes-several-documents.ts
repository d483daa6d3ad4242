import { describe, expect, it } from '@jest/globals';
import { graphBatch } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';
import { randomBatches } from '../random-batches.js';
import { contents } from '../store-contents.js';

export function writesSeveralDocuments(current: CurrentStore): void {
  describe('writing several documents in one transaction', () => {
    it('stores what writing them one by one does, also where a document comes twice', async () => {
      const store = current();
      for (const seed of [5, 6]) {
        await emptyStore(store);
        const batches = randomBatches(seed, 24);
        for (const batch of batches) await store.putDocument(batch);
        const oneByOne = await contents(store);
        await emptyStore(store);
        await store.putDocuments(batches.slice(0, 9));
        await store.putDocuments(batches.slice(9));
        expect(await contents(store)).toEqual(oneByOne);
      }
    });

    it('tells of each what became of it', async () => {
      const store = current();
      const [a, b] = [graphBatch({ key: 'a', fingerprint: '1' }), graphBatch({ key: 'b', fingerprint: '1' })];
      const changed = graphBatch({ key: 'a', fingerprint: '2' });
      expect(await store.putDocuments([a, b, b, changed])).toEqual(['added', 'added', 'unchanged', 'replaced']);
      expect(await store.putDocuments([b, a])).toEqual(['unchanged', 'replaced']);
      expect(await store.putDocuments([])).toEqual([]);
    });

    it('writes nothing where one of them is refused', async () => {
      const store = current();
      const good = graphBatch({ key: 'a' });
      const bad = { ...graphBatch({ key: 'b' }), text: '\0' };
      await expect(store.putDocuments([good, bad])).rejects.toThrow('not valid');
      expect(await store.fingerprints([good.document.id])).toEqual([null]);
    });
  });
}
