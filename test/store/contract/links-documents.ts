import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { relinkBatch } from '../../../src/linking/relink-batch.js';
import { verdictsOf } from '../../../src/model/ledger.js';
import type { GraphBatch } from '../../../src/model/records.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { type DocumentSpec, graphBatch } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';
import { PlainGraph } from '../plain-graph.js';
import { contents, undoAll } from '../store-contents.js';

const all = { first: 1_000 };
const change = { by: 'A. Reader', at: '1957-07-08T12:00:00.000Z', note: null, expectedVersion: null };

const entityOf = async (store: GraphStore, identity: string): Promise<string | null> => {
  const [node] = await store.nodes([identity]);
  return node?.type === 'entity' ? node.record.id : null;
};

const people = {
  kimIlSung: { id: 'person:kim-il-sung', name: 'Kim Il Sung' },
  kimIrSen: { id: 'person:kim-ir-sen', name: 'Kim Ir Sen' },
  johnFosterDulles: { id: 'person:john-foster-dulles', name: 'John Foster Dulles' },
  jDulles: { id: 'person:j-dulles', name: 'J. Dulles' },
  janetDulles: { id: 'person:janet-dulles', name: 'Janet Dulles' },
  namIl: { id: 'person:nam-il', name: 'Nam Il', authority: 'person:nam-il' },
  namIr: { id: 'person:nam-ir', name: 'Nam Ir' },
  puzanov: { id: 'person:a-m-puzanov', name: 'A.M. Puzanov' },
} as const;
const { kimIlSung, kimIrSen, johnFosterDulles, jDulles, janetDulles, namIl, namIr, puzanov } = people;

function met(key: string, ...pair: readonly [{ id: string }, { id: string }]): GraphBatch {
  const [source = '', target = ''] = pair.map(({ id }) => id).sort();
  return graphBatch({
    key,
    date: '1957-07-08',
    entities: pair,
    relations: [{ type: 'MET_WITH', source, target }],
    statements: [{ speaker: source, about: [target] }],
  });
}

const names = Object.values(people);
const someSpec: fc.Arbitrary<DocumentSpec> = fc
  .record({ present: fc.subarray(names, { minLength: 2 }), key: fc.constantFrom('u', 'v', 'w', 'x', 'y', 'z') })
  .map(({ present, key }) => {
    const ids = present.map(({ id }) => id).sort();
    const [source = '', target = ''] = ids;
    return {
      key,
      date: '1957-07-08',
      entities: present,
      relations: [{ type: 'MET_WITH', source, target }],
      statements: [{ speaker: target, about: ids }],
    };
  });

/** @param propertyRuns - How many generated sets of documents are put in two orders. */
export function linksDocuments(current: CurrentStore, propertyRuns: number): void {
  describe('linking across documents', () => {
    it('makes one entity of two romanisations of a name, with what both documents say', async () => {
      const store = current();
      await store.putDocument(met('a', kimIlSung, puzanov));
      await store.putDocument(met('b', kimIrSen, namIl));
      expect(await entityOf(store, kimIrSen.id)).toBe(kimIlSung.id);
      const [identities] = await store.identitiesOf([kimIlSung.id]);
      expect(identities?.map(({ id }) => id)).toEqual([kimIlSung.id, kimIrSen.id]);
      const [relations] = await store.relationPages([kimIlSung.id], {}, all);
      expect(relations?.items.map(({ record }) => record.id)).toEqual([
        'relation:met-with/person:a-m-puzanov/person:kim-il-sung',
        'relation:met-with/person:kim-il-sung/person:nam-il',
      ]);
      const [node] = await store.nodes([kimIlSung.id]);
      expect(node?.record).toMatchObject({ name: 'Kim Il Sung', aliases: ['Kim Ir Sen'], mentionCount: 2 });
      const { items } = await store.matches({ identity: kimIrSen.id }, all);
      expect(items.map(({ record }) => [record.left, record.right, record.verdict, record.state])).toEqual([
        [kimIlSung.id, kimIrSen.id, 'SAME', 'LINKED'],
      ]);
      expect(items[0]?.record.reason).toMatch(/Korean/);
    });

    it('takes the identifier of the record of an authority', async () => {
      const store = current();
      await store.putDocument(met('a', namIr, puzanov));
      expect(await entityOf(store, namIr.id)).toBe(namIr.id);
      await store.putDocument(met('b', namIl, puzanov));
      expect(await entityOf(store, namIr.id)).toBe(namIl.id);
      await store.deleteDocument('document:b');
      expect(await entityOf(store, namIr.id)).toBe(namIr.id);
      expect(await entityOf(store, namIl.id)).toBeNull();
    });

    it('leaves a name that fits two people to a person, and takes back what it had linked', async () => {
      const store = current();
      await store.putDocument(met('a', johnFosterDulles, puzanov));
      await store.putDocument(met('b', jDulles, puzanov));
      expect(await entityOf(store, jDulles.id)).toBe(johnFosterDulles.id);
      await store.putDocument(met('c', janetDulles, puzanov));
      expect(await entityOf(store, jDulles.id)).toBe(jDulles.id);
      const open = await store.matches({ states: ['OPEN'], kinds: ['PERSON'] }, all);
      expect(open.items.map(({ record }) => [record.left, record.right])).toEqual([
        [jDulles.id, janetDulles.id],
        [jDulles.id, johnFosterDulles.id],
      ]);
      await store.deleteDocument('document:c');
      expect(await entityOf(store, jDulles.id)).toBe(johnFosterDulles.id);
    });

    it('does not join two that one document tells apart', async () => {
      const store = current();
      await store.putDocument(met('a', kimIlSung, kimIrSen));
      await store.putDocument(met('b', kimIlSung, puzanov));
      expect(await entityOf(store, kimIrSen.id)).toBe(kimIrSen.id);
      expect((await store.matches({ states: ['OPEN'] }, all)).items).toHaveLength(1);
    });

    it('keeps a decision over every re-ingest, and gives the first graph again when it is undone', async () => {
      const store = current();
      const documents = [met('a', kimIlSung, puzanov), met('b', namIl, janetDulles), met('c', jDulles, puzanov)];
      for (const document of documents) await store.putDocument(document);
      const before = await contents(store);
      const decision = await store.edit(
        { action: 'DECIDE_MATCH', verdict: 'SAME', left: puzanov.id, right: janetDulles.id },
        { ...change, note: 'A cover name.' },
      );
      expect(await entityOf(store, puzanov.id)).toBe(await entityOf(store, janetDulles.id));
      for (const { document } of documents) await store.deleteDocument(document.id);
      for (const document of [...documents].reverse()) await store.putDocument(document);
      expect(await entityOf(store, puzanov.id)).toBe(await entityOf(store, janetDulles.id));
      const second = { by: 'B. Reader', at: '1957-07-09T00:00:00.000Z', note: 'It was his own.' };
      const undone = await store.undo(decision.id, { ...second, expectedVersion: null });
      expect(undone).toEqual({ ...decision, undone: { ...second, version: decision.version + 1 } });
      expect(await contents(store)).toEqual(before);
      await expect(store.undo(decision.id, change)).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('holds two apart that were called different, and leaves an unsure pair off the list', async () => {
      const store = current();
      await store.putDocument(met('a', kimIlSung, puzanov));
      await store.putDocument(met('b', kimIrSen, puzanov));
      for (const verdict of ['DIFFERENT', 'UNSURE'] as const) {
        await store.edit({ action: 'DECIDE_MATCH', verdict, left: kimIrSen.id, right: kimIlSung.id }, change);
        expect(await entityOf(store, kimIrSen.id)).toBe(kimIrSen.id);
        expect((await store.matches({ states: ['OPEN'] }, all)).items).toEqual([]);
        expect((await store.matches({ states: ['DECIDED'] }, all)).items).toHaveLength(1);
      }
      // The second word on the two took the first one's place.
      const held = (await store.ledger({ undone: false }, all)).items.flatMap(({ record }) => verdictsOf(record.edit));
      expect(held.map(({ verdict }) => verdict)).toEqual(['UNSURE']);
      await undoAll(store);
      expect(await entityOf(store, kimIrSen.id)).toBe(kimIlSung.id);
    });

    it('refuses what it cannot decide on, and changes nothing', async () => {
      const store = current();
      await store.putDocument(met('a', kimIlSung, puzanov));
      await store.putDocument(met('b', namIl, puzanov));
      const decide = (verdict: 'SAME' | 'DIFFERENT', left: string, right: string) =>
        store.edit({ action: 'DECIDE_MATCH', verdict, left, right }, change);
      await decide('SAME', kimIlSung.id, puzanov.id);
      await decide('SAME', namIl.id, puzanov.id);
      const before = await contents(store);
      await expect(decide('DIFFERENT', namIl.id, kimIlSung.id)).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(decide('SAME', namIl.id, 'person:nobody')).rejects.toMatchObject({ code: 'UNKNOWN_ENTITY' });
      await expect(decide('SAME', namIl.id, namIl.id)).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
      expect(await contents(store)).toEqual(before);
      await undoAll(store);
    });

    it('gives one graph for the same documents, in whatever order they come, change and go', async () => {
      const store = current();
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(someSpec, { minLength: 2, maxLength: 5, selector: ({ key }) => key }),
          fc.array(someSpec, { maxLength: 3 }),
          fc.infiniteStream(fc.nat()),
          async (specs, passing, order) => {
            const batches = specs.map(graphBatch);
            await emptyStore(store);
            for (const batch of batches) await store.putDocument(batch);
            const expected = await contents(store);

            await emptyStore(store);
            for (const spec of passing) await store.putDocument(graphBatch(spec));
            for (const spec of passing) await store.deleteDocument(`document:${spec.key}`);
            const shuffled = batches
              .map((batch) => ({ batch, place: order.next().value ?? 0 }))
              .sort((a, b) => a.place - b.place);
            for (const { batch } of shuffled) await store.putDocument(batch);
            expect(await contents(store)).toEqual(expected);

            // And what is stored is what the documents say, with each identity's entity in its place.
            const links = new Map(
              expected.identities.flatMap((identities) => identities.map(({ id, entity }) => [id, entity] as const)),
            );
            const plain = new PlainGraph();
            for (const batch of batches) plain.put(relinkBatch(batch, links));
            expect(expected.entities).toEqual([plain.entityPage(null, {}, all)]);
            expect(expected.relations).toEqual([plain.relationPage(null, {}, all)]);
            expect(expected.statements).toEqual([plain.statementPage(null, {}, all)]);
          },
        ),
        { numRuns: propertyRuns },
      );
    }, 300_000);
  });
}
