import { beforeEach, describe, expect, it } from '@jest/globals';
import type { WantedEdit } from '../../../src/model/ledger.js';
import type { GraphBatch } from '../../../src/model/records.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';
import { contents } from '../store-contents.js';

const all = { first: 1_000 };
const at = '1957-07-08T12:00:00.000Z';
const change = { by: 'A. Reader', at, note: null, expectedVersion: null };

const kim = { id: 'person:kim-il-sung', name: 'Kim Il Sung' };
const kimIrSen = { id: 'person:kim-ir-sen', name: 'Kim Ir Sen' };
const cover = { id: 'person:the-baker', name: 'Walter Baker' };
const puzanov = { id: 'person:a-m-puzanov', name: 'A.M. Puzanov' };
const namIl = { id: 'person:nam-il', name: 'Nam Il' };
const metKimPuzanov = 'relation:met-with/person:a-m-puzanov/person:kim-il-sung';

function met(key: string, ...pair: readonly [{ id: string }, { id: string }]): GraphBatch {
  const [source = '', target = ''] = pair.map(({ id }) => id).sort();
  return graphBatch({
    key,
    date: '1957-07-08',
    authors: [pair[0].id],
    entities: pair,
    relations: [
      { type: 'MET_WITH', source, target },
      { type: 'AUTHORED', source: pair[0].id, target: 'DOCUMENT' },
    ],
    statements: [{ speaker: source, about: [target] }],
  });
}

const documents = [met('a', kim, puzanov), met('b', kimIrSen, namIl), met('c', cover, puzanov)];

async function entityOf(store: GraphStore, id: string) {
  const [node] = await store.nodes([id]);
  return node?.type === 'entity' ? node.record : null;
}

const relationsOf = async (store: GraphStore, owner: string) =>
  (await store.relationPages([owner], {}, all)).flatMap(({ items }) => items.map(({ record }) => record.id));

async function ingestAgain(store: GraphStore): Promise<void> {
  for (const { document } of documents) await store.deleteDocument(document.id);
  for (const document of [...documents].reverse()) await store.putDocument(document);
}

/** What every edit promises; what each one does is below. */
const edits: readonly (readonly [string, WantedEdit])[] = [
  ['a decision', { action: 'DECIDE_MATCH', left: kim.id, right: kimIrSen.id, verdict: 'DIFFERENT' }],
  ['a merge', { action: 'MERGE', entities: [kim.id, cover.id], into: cover.id }],
  ['a split', { action: 'SPLIT', entity: kim.id, identities: [kimIrSen.id] }],
  ['a new name', { action: 'RENAME', entity: kim.id, name: 'Kim Sŏng-ju' }],
  ['a retraction', { action: 'RETRACT', relation: metKimPuzanov }],
  ['a deletion', { action: 'DELETE_DOCUMENT', document: 'document:a' }],
];

export function keepsLedger(current: CurrentStore): void {
  describe('editing', () => {
    beforeEach(async () => {
      for (const document of documents) await current().putDocument(document);
    });

    it.each(edits)(
      'keeps %s over every re-ingest, and gives the first graph again when it is undone',
      async (_, edit) => {
        const store = current();
        const before = await contents(store);
        const version = await store.ledgerVersion();
        const entry = await store.edit(edit, { ...change, note: 'As the archive has it.' });
        expect(entry).toMatchObject({ by: 'A. Reader', at, note: 'As the archive has it.', undone: null });
        expect(entry.version).toBe(version + 1);
        expect(entry.edit.action).toBe(edit.action);
        const after = await contents(store);
        expect(after).not.toEqual(before);
        await ingestAgain(store);
        if (edit.action !== 'DELETE_DOCUMENT') expect(await contents(store)).toEqual(after);

        const undone = await store.undo(entry.id, { ...change, by: 'B. Reader', note: 'It has not.' });
        expect(undone).toEqual({
          ...entry,
          undone: { by: 'B. Reader', at, note: 'It has not.', version: version + 2 },
        });
        expect(await contents(store)).toEqual(before);
        await expect(store.undo(entry.id, change)).rejects.toMatchObject({ code: 'CONFLICT' });
        const { items } = await store.ledger({}, { last: 1 });
        expect(items.map(({ record }) => record)).toEqual([undone]);
      },
    );

    it('merges all identities of entities, under the identifier and the name of the one that was chosen', async () => {
      const store = current();
      await store.edit({ action: 'RENAME', entity: cover.id, name: 'The Baker' }, change);
      const { edit } = await store.edit({ action: 'MERGE', entities: [kim.id, cover.id], into: cover.id }, change);
      expect(edit).toMatchObject({ entities: [kim.id, cover.id], into: cover.id, name: 'The Baker' });
      expect(await entityOf(store, kimIrSen.id)).toMatchObject({
        id: cover.id,
        name: 'The Baker',
        aliases: ['Kim Il Sung', 'Kim Ir Sen', 'Walter Baker'],
        mentionCount: 3,
      });
      // The name was that of the entity when it was merged: the entry holds it by itself.
      const [renaming] = (await store.ledger({ actions: ['RENAME'], undone: false }, all)).items;
      await store.undo(renaming?.record.id ?? '', change);
      expect((await entityOf(store, cover.id))?.name).toBe('The Baker');
    });

    it('calls two the same through a third, whether or not a document still names it', async () => {
      const store = current();
      await store.edit({ action: 'MERGE', entities: [namIl.id, cover.id, puzanov.id], into: null }, change);
      await store.deleteDocument('document:a');
      await store.deleteDocument('document:b');
      await store.putDocument(met('d', namIl, kim));
      await store.deleteDocument('document:c');
      await store.putDocument(met('e', cover, kim));
      expect((await entityOf(store, cover.id))?.id).toBe((await entityOf(store, namIl.id))?.id);
    });

    it('splits identities off, together, and keeps them apart from what their names would join', async () => {
      const store = current();
      await store.putDocument(met('d', { id: 'person:kim-il-song', name: 'Kim Il Song' } as { id: string }, namIl));
      const out = [kimIrSen.id, 'person:kim-il-song'];
      expect(
        new Set((await Promise.all([kim.id, ...out].map((id) => entityOf(store, id)))).map((one) => one?.id)).size,
      ).toBe(1);
      await store.edit({ action: 'SPLIT', entity: kim.id, identities: out }, change);
      const [first, second, third] = await Promise.all([kim.id, ...out].map((id) => entityOf(store, id)));
      expect(second?.id).toBe(third?.id);
      expect(first?.id).toBe(kim.id);
      expect(first?.mentionCount).toBe(1);
      const open = (await store.matches({ states: ['OPEN'] }, all)).items.map(({ record }) => [
        record.left,
        record.right,
      ]);
      for (const pair of open) expect(pair).not.toContain(kim.id);
    });

    it('shows the last name that was given, finds by it and by the others, and touches no text', async () => {
      const store = current();
      const mentions = await store.mentionPages([kim.id], {}, all);
      await store.edit({ action: 'RENAME', entity: kimIrSen.id, name: '  Kim Sŏng-ju ' }, change);
      const last = await store.edit({ action: 'RENAME', entity: kim.id, name: 'The Premier of the DPRK' }, change);
      expect(last.edit).toMatchObject({ identity: kim.id, formerName: 'Kim Sŏng-ju' });
      expect(await entityOf(store, kim.id)).toMatchObject({
        id: kim.id,
        name: 'The Premier of the DPRK',
        aliases: ['Kim Il Sung', 'Kim Ir Sen'],
      });
      for (const query of ['premier dprk', 'Kim Il Sung', 'Kim Ir Sen']) {
        const [hit] = await store.search(query, null, 1);
        expect([query, hit?.entity.id]).toEqual([query, kim.id]);
      }
      expect(await store.mentionPages([kim.id], {}, all)).toEqual(mentions);
      await store.undo(last.id, change);
      expect((await entityOf(store, kim.id))?.name).toBe('Kim Sŏng-ju');
      expect(await store.search('premier', null, 1)).toEqual([]);
    });

    it('keeps a name with the identity that named the entity', async () => {
      const store = current();
      await store.edit({ action: 'RENAME', entity: kim.id, name: 'Kim Sŏng-ju' }, change);
      await store.edit({ action: 'SPLIT', entity: kim.id, identities: [kimIrSen.id] }, change);
      expect((await entityOf(store, kim.id))?.name).toBe('Kim Sŏng-ju');
      expect((await entityOf(store, kimIrSen.id))?.name).toBe('Kim Ir Sen');
      await store.edit({ action: 'MERGE', entities: [kim.id, cover.id], into: null }, change);
      expect((await entityOf(store, cover.id))?.name).toBe('Kim Sŏng-ju');
    });

    it('keeps a retracted relation out, whichever document tells it of whoever is one with its ends', async () => {
      const store = current();
      const { edit } = await store.edit({ action: 'RETRACT', relation: metKimPuzanov }, change);
      expect(edit).toMatchObject({ type: 'MET_WITH', told: [{ source: puzanov.id, target: kim.id }] });
      expect(await store.nodes([metKimPuzanov])).toEqual([null]);
      expect(await store.evidencePages([metKimPuzanov], all)).toMatchObject([{ items: [] }]);
      // Nothing else of the document went.
      expect(await relationsOf(store, 'document:a')).toEqual(['relation:authored/person:kim-il-sung/document:a']);
      expect((await store.statementPages(['document:a'], {}, all))[0]?.items).toHaveLength(1);

      await store.putDocument(met('d', puzanov, kimIrSen));
      expect(await store.nodes([metKimPuzanov])).toEqual([null]);
      // Somebody else's relation comes back when it turns out to be his, and goes when it does not.
      const split = await store.edit({ action: 'SPLIT', entity: kim.id, identities: [kimIrSen.id] }, change);
      expect(await relationsOf(store, kimIrSen.id)).toContain('relation:met-with/person:a-m-puzanov/person:kim-ir-sen');
      expect(await relationsOf(store, kim.id)).not.toContain(metKimPuzanov);
      await store.undo(split.id, change);
      expect(await store.nodes([metKimPuzanov])).toEqual([null]);
      const merge = await store.edit({ action: 'MERGE', entities: [kim.id, cover.id], into: cover.id }, change);
      expect((await relationsOf(store, cover.id)).filter((id) => id.includes('met-with'))).toEqual([
        'relation:met-with/person:nam-il/person:the-baker',
      ]);
      await store.undo(merge.id, change);
      expect(await relationsOf(store, cover.id)).toContain('relation:met-with/person:a-m-puzanov/person:the-baker');
    });

    it('takes an author off a document whose authorship is retracted', async () => {
      const store = current();
      const relation = 'relation:authored/person:kim-il-sung/document:a';
      const entry = await store.edit({ action: 'RETRACT', relation }, change);
      expect(entry.names).toContainEqual({ id: 'document:a', name: 'Record a' });
      const authors = async () => {
        const [node] = await store.nodes(['document:a']);
        return node?.type === 'document' ? node.record.authors : null;
      };
      expect(await authors()).toEqual([]);
      expect(await store.documentPages([null], { author: kim.id }, all)).toMatchObject([
        { items: [{ record: { id: 'document:b' } }] },
      ]);
      await store.undo(entry.id, change);
      expect(await authors()).toEqual([kim.id]);
    });

    it('keeps a deleted document out, and brings back what was ingested last when the deletion is undone', async () => {
      const store = current();
      const entry = await store.edit({ action: 'DELETE_DOCUMENT', document: 'document:a' }, change);
      expect(entry.names).toEqual([{ id: 'document:a', name: 'Record a' }]);
      expect(await store.nodes(['document:a', kim.id])).toEqual([null, null]);
      expect(await store.documentTexts(['document:a'])).toEqual([null]);
      expect(await store.putDocument(documents[0] as GraphBatch)).toBe('kept-out');
      expect(await store.putDocument(met('a', kim, namIl))).toBe('kept-out');
      await expect(store.edit({ action: 'DELETE_DOCUMENT', document: 'document:a' }, change)).rejects.toMatchObject({
        code: 'UNKNOWN_ENTITY',
      });
      await store.undo(entry.id, change);
      expect(await relationsOf(store, 'document:a')).toContain('relation:met-with/person:kim-il-sung/person:nam-il');
      expect(await store.putDocument(met('a', kim, namIl))).toBe('unchanged');
    });

    it('refuses an edit that contradicts others, names them, and changes nothing', async () => {
      const store = current();
      const edit = (wanted: WantedEdit) => store.edit(wanted, change);
      const apart = await edit({ action: 'DECIDE_MATCH', left: kim.id, right: puzanov.id, verdict: 'DIFFERENT' });
      const one = await edit({ action: 'MERGE', entities: [kim.id, cover.id], into: null });
      const before = [await contents(store), await store.ledger({}, all)];
      const refused = (wanted: WantedEdit) =>
        edit(wanted).then(
          () => expect(wanted).toBe('refused'),
          (error: unknown) => error,
        );
      expect(await refused({ action: 'MERGE', entities: [cover.id, puzanov.id], into: null })).toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining(`${apart.id} (DECIDE_MATCH by A. Reader`),
      });
      for (const wanted of [
        { action: 'SPLIT', entity: kim.id, identities: [cover.id] },
        { action: 'DECIDE_MATCH', left: kimIrSen.id, right: cover.id, verdict: 'DIFFERENT' },
        { action: 'DECIDE_MATCH', left: kimIrSen.id, right: cover.id, verdict: 'UNSURE' },
      ] as const) {
        expect(await refused(wanted)).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining(one.id) });
      }
      for (const [wanted, code] of [
        [{ action: 'MERGE', entities: [kim.id, 'person:nobody'], into: null }, 'UNKNOWN_ENTITY'],
        [{ action: 'MERGE', entities: [kim.id, kimIrSen.id], into: null }, 'BAD_ARGUMENT'],
        [{ action: 'MERGE', entities: [kim.id, namIl.id], into: puzanov.id }, 'BAD_ARGUMENT'],
        [{ action: 'SPLIT', entity: kim.id, identities: [kim.id, kimIrSen.id, cover.id] }, 'BAD_ARGUMENT'],
        [{ action: 'SPLIT', entity: kim.id, identities: [] }, 'BAD_ARGUMENT'],
        [{ action: 'SPLIT', entity: kim.id, identities: [namIl.id] }, 'BAD_ARGUMENT'],
        [{ action: 'RENAME', entity: 'person:nobody', name: 'Nobody' }, 'UNKNOWN_ENTITY'],
        [{ action: 'RENAME', entity: kim.id, name: ' ' }, 'BAD_ARGUMENT'],
        [{ action: 'RENAME', entity: kim.id, name: 'two\nlines' }, 'BAD_ARGUMENT'],
        [{ action: 'RENAME', entity: kim.id, name: 'x'.repeat(301) }, 'BAD_ARGUMENT'],
        [{ action: 'RETRACT', relation: 'relation:met-with/person:a/person:b' }, 'UNKNOWN_ENTITY'],
        [{ action: 'DELETE_DOCUMENT', document: 'document:z' }, 'UNKNOWN_ENTITY'],
      ] as const) {
        expect([wanted, await refused(wanted)]).toMatchObject([wanted, { code }]);
      }
      await expect(
        store.edit({ action: 'RENAME', entity: kim.id, name: 'A' }, { ...change, note: 'a\0b' }),
      ).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
      await expect(store.undo('edit:99999999', change)).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
      expect([await contents(store), await store.ledger({}, all)]).toEqual(before);
    });

    it('loses nothing of two editors at once: what one has not seen of the same things is a conflict', async () => {
      const store = current();
      const seen = { ...change, expectedVersion: await store.ledgerVersion() };
      const first = await store.edit(
        { action: 'RENAME', entity: kim.id, name: 'Kim Sŏng-ju' },
        { ...seen, by: 'B. Reader' },
      );
      // Something else may be changed all the same.
      await store.edit({ action: 'RENAME', entity: namIl.id, name: 'Nam Il, Minister' }, seen);
      for (const wanted of [
        { action: 'RENAME', entity: kimIrSen.id, name: 'Kim Il-sŏng' },
        { action: 'MERGE', entities: [cover.id, kim.id], into: null },
        { action: 'SPLIT', entity: kim.id, identities: [kimIrSen.id] },
        { action: 'RETRACT', relation: metKimPuzanov },
      ] as const) {
        await expect(store.edit(wanted, seen)).rejects.toMatchObject({
          code: 'CONFLICT',
          message: expect.stringContaining(`${first.id} (RENAME by B. Reader`),
        });
      }
      const now = { ...change, expectedVersion: await store.ledgerVersion() };
      await store.undo(first.id, { ...now, by: 'C. Reader' });
      await expect(store.edit({ action: 'RENAME', entity: kim.id, name: 'Kim' }, now)).rejects.toMatchObject({
        code: 'CONFLICT',
        message: expect.stringContaining('undone by C. Reader'),
      });
      await expect(
        store.edit(
          { action: 'RENAME', entity: kim.id, name: 'Kim' },
          { ...change, expectedVersion: now.expectedVersion + 9 },
        ),
      ).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });

      const version = await store.ledgerVersion();
      const renamings = ['One', 'Two', 'Three'].map((name) =>
        store.edit({ action: 'RENAME', entity: kim.id, name }, change),
      );
      const versions = (await Promise.all(renamings)).map((entry) => entry.version);
      expect(versions.sort((a, b) => a - b)).toEqual([version + 1, version + 2, version + 3]);
    });

    it('is read by what it is about, by action, by whom and by whether it holds, page by page', async () => {
      const store = current();
      const start = (await store.ledger({}, { last: 1 })).items[0]?.cursor;
      const merge = await store.edit({ action: 'MERGE', entities: [kim.id, cover.id], into: null }, change);
      const name = await store.edit({ action: 'RENAME', entity: kim.id, name: 'Kim' }, { ...change, by: 'B. Reader' });
      const other = await store.edit({ action: 'RENAME', entity: namIl.id, name: 'Nam' }, change);
      const gone = await store.edit({ action: 'DELETE_DOCUMENT', document: 'document:b' }, change);
      await store.undo(name.id, change);
      const ids = async (filter: Parameters<GraphStore['ledger']>[0]) =>
        (await store.ledger(filter, { first: 10, after: start })).items.map(({ record }) => record.id);
      expect(await ids({})).toEqual([merge.id, name.id, other.id, gone.id]);
      expect(await ids({ about: kim.id })).toEqual([merge.id, name.id]);
      expect(await ids({ about: cover.id })).toEqual([merge.id, name.id]);
      expect(await ids({ about: 'document:b' })).toEqual([gone.id]);
      // Nobody names him any more; the entry does.
      expect(await entityOf(store, namIl.id)).toBeNull();
      expect(await ids({ about: namIl.id })).toEqual([other.id]);
      expect(other.names).toEqual([{ id: namIl.id, name: 'Nam Il' }]);
      expect(await ids({ actions: ['RENAME'] })).toEqual([name.id, other.id]);
      expect(await ids({ by: 'B. Reader' })).toEqual([name.id]);
      expect(await ids({ undone: true })).toEqual([name.id]);
      expect(await ids({ undone: false, actions: ['RENAME', 'MERGE'] })).toEqual([merge.id, other.id]);
      const page = await store.ledger({}, { first: 2, after: start });
      expect(page.hasNextPage).toBe(true);
      const rest = await store.ledger({}, { first: 2, after: page.items[1]?.cursor });
      expect(rest.items.map(({ record }) => record.id)).toEqual([other.id, gone.id]);
      const back = await store.ledger({}, { last: 2, before: rest.items[0]?.cursor });
      expect(back.items).toEqual(page.items);
    });
  });
}
