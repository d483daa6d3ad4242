import { expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { admin, ask, change, fill, type OpenStore, refusal } from './ask.js';

const kim = { id: 'person:kim-il-sung', name: 'Kim Il Sung' };
const kimIrSen = { id: 'person:kim-ir-sen', name: 'Kim Ir Sen' };
const baker = { id: 'person:walter-baker', name: 'Walter Baker' };
const relation = 'relation:met-with/person:kim-il-sung/person:walter-baker';

const documents = [
  graphBatch({
    key: 'a',
    date: '1957-07-08',
    entities: [kim, baker],
    relations: [{ type: 'MET_WITH', source: kim.id, target: baker.id }],
  }),
  graphBatch({ key: 'b', date: '1957-07-09', entities: [kimIrSen] }),
];

const entry = `... on LedgerEntry {
  __typename id action version by note undoneBy undoneNote concerns { id name node { id } }
  ... on MatchDecision { left { name } right { name } verdict }
  ... on EntityMerge { entities { name } into { id } shownName }
  ... on EntitySplit { entity { name } identities { name } }
  ... on EntityRename { entity { id } newName formerName }
  ... on RelationRetraction { relation type title modality told { source { name } target { id name } } }
  ... on DocumentDeletion { document { id name node { id } } } }`;

const shown = async (store: GraphStore, id: string) =>
  (await ask(store, `{ entity(id: "${id}") { id name aliases identities { id } } }`)).entity;

export function editing(open: OpenStore): void {
  it('merges, renames, splits, retracts and deletes, and tells each in the ledger', async () => {
    const store = await fill(open, documents);
    expect((await ask(store, '{ ledgerVersion }')).ledgerVersion).toBe(0);

    const { renameEntity } = await change(
      store,
      `mutation { renameEntity(entity: "${kim.id}", name: "Kim Sŏng-ju", note: "His own name") { ${entry} } }`,
    );
    expect(renameEntity).toMatchObject({
      ...{ __typename: 'EntityRename', action: 'RENAME', version: 1, by: 'admin', note: 'His own name' },
      ...{ newName: 'Kim Sŏng-ju', formerName: 'Kim Il Sung', entity: { id: kim.id }, undoneBy: null },
    });
    expect(await shown(store, kim.id)).toMatchObject({ name: 'Kim Sŏng-ju', aliases: ['Kim Il Sung', 'Kim Ir Sen'] });
    const found = await ask(store, '{ search(query: "Kim Song-ju") { entity { id } } }');
    expect(found.search[0].entity.id).toBe(kim.id);

    const { splitEntity } = await change(
      store,
      `mutation { splitEntity(entity: "${kim.id}", identities: ["${kimIrSen.id}"]) { ${entry} } }`,
    );
    expect(splitEntity).toMatchObject({
      ...{ __typename: 'EntitySplit', entity: { name: 'Kim Sŏng-ju' }, identities: [{ name: 'Kim Ir Sen' }] },
    });
    expect((await shown(store, kimIrSen.id)).id).toBe(kimIrSen.id);

    const { retractRelation } = await change(
      store,
      `mutation { retractRelation(relation: "${relation}") { ${entry} } }`,
    );
    expect(retractRelation).toMatchObject({
      ...{ __typename: 'RelationRetraction', relation, type: 'MET_WITH', title: null, modality: 'ASSERTED' },
      told: [{ source: { name: 'Kim Sŏng-ju' }, target: { id: baker.id, name: 'Walter Baker' } }],
    });
    expect((await ask(store, `{ node(id: "${relation}") { id } }`)).node).toBeNull();

    const { mergeEntities } = await change(
      store,
      `mutation { mergeEntities(entities: ["${baker.id}", "${kimIrSen.id}"], into: "${kimIrSen.id}") { ${entry} } }`,
    );
    expect(mergeEntities).toMatchObject({
      ...{ __typename: 'EntityMerge', entities: [{ name: 'Kim Ir Sen' }, { name: 'Walter Baker' }] },
      ...{ into: { id: kimIrSen.id }, shownName: 'Kim Ir Sen' },
    });
    expect(await shown(store, baker.id)).toMatchObject({ id: kimIrSen.id, name: 'Kim Ir Sen' });

    const { deleteDocument } = await change(store, `mutation { deleteDocument(id: "document:a") { ${entry} } }`);
    expect(deleteDocument).toMatchObject({
      __typename: 'DocumentDeletion',
      document: { id: 'document:a', name: 'Record a', node: null },
    });

    const { ledger } = await ask(store, `{ ledger { nodes { ${entry} } } ledgerVersion }`);
    expect(ledger.nodes.map((one: { action: string }) => one.action)).toEqual([
      ...['RENAME', 'SPLIT', 'RETRACT', 'MERGE', 'DELETE_DOCUMENT'],
    ]);
    // The document that named him is gone; his name in the ledger is not.
    expect(ledger.nodes[0].concerns).toEqual([{ id: kim.id, name: 'Kim Il Sung', node: null }]);

    for (const { id } of [...ledger.nodes].reverse()) {
      const { undo } = await change(store, `mutation { undo(entry: "${id}", note: "A trial") { ${entry} } }`);
      expect(undo).toMatchObject({ id, undoneBy: 'admin', undoneNote: 'A trial' });
    }
    expect(await shown(store, kim.id)).toMatchObject({
      name: 'Kim Il Sung',
      identities: [kim, kimIrSen].map(({ id }) => ({ id })),
    });
    expect((await ask(store, `{ node(id: "${relation}") { id } }`)).node).toEqual({ id: relation });
    expect((await ask(store, '{ ledger(undone: false) { nodes { id } } }')).ledger.nodes).toEqual([]);
  });

  it('reads the ledger by what an entry is about, by action, by whom and page by page', async () => {
    const store = await fill(open, documents);
    for (const name of ['One', 'Two', 'Three']) {
      await change(store, `mutation { renameEntity(entity: "${kim.id}", name: "${name}") { id } }`);
    }
    await change(store, `mutation { renameEntity(entity: "${baker.id}", name: "Four") { id } }`);
    const names = async (args: string) =>
      (await ask(store, `{ ledger(${args}) { nodes { ... on EntityRename { newName } } } }`)).ledger.nodes.map(
        ({ newName }: { newName: string }) => newName,
      );
    expect(await names(`about: "${kimIrSen.id}"`)).toEqual(['One', 'Two', 'Three']);
    expect(await names(`about: "${baker.id}", actions: [RENAME, MERGE]`)).toEqual(['Four']);
    expect(await names('actions: [MERGE]')).toEqual([]);
    expect(await names('by: "nobody"')).toEqual([]);
    const { ledger: first } = await ask(store, '{ ledger(first: 3) { pageInfo { endCursor hasNextPage } } }');
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await names(`first: 3, after: "${first.pageInfo.endCursor}"`)).toEqual(['Four']);
    expect(await names('last: 2')).toEqual(['Three', 'Four']);
    expect(await refusal(store, '{ ledger(first: 1000) { nodes { id } } }')).toMatchObject({ code: 'BAD_ARGUMENT' });
  });

  it('reads a page of the ledger, with what its things are now, in two calls to the store', async () => {
    const store = await fill(open, documents);
    const counted = countCalls(store);
    for (const [at, id] of [kim.id, baker.id, kimIrSen.id].entries()) {
      await change(store, `mutation { renameEntity(entity: "${id}", name: "Name ${at}") { id } }`);
      counted.reset();
      const { ledger } = await ask(counted.store, '{ ledger { nodes { concerns { node { id } } } } }');
      expect(ledger.nodes).toHaveLength(at + 1);
      expect(counted.byMethod()).toEqual({ ledger: 1, nodes: 1 });
    }
  });

  it('tells who looked at an older graph what others changed of it', async () => {
    const store = await fill(open, documents);
    const { ledgerVersion } = await ask(store, '{ ledgerVersion }');
    await change(store, `mutation { renameEntity(entity: "${kim.id}", name: "One") { id } }`);
    const late = (field: string) => refusal(store, `mutation { ${field} { id } }`, admin);
    const version = `expectedVersion: ${ledgerVersion}`;
    expect(await late(`renameEntity(entity: "${kimIrSen.id}", name: "Two", ${version})`)).toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('edit:00000001 (RENAME by admin'),
    });
    await change(store, `mutation { renameEntity(entity: "${baker.id}", name: "Two", ${version}) { id } }`);
    expect(await late('undo(entry: "edit:00000001", expectedVersion: 0)')).toMatchObject({ code: 'CONFLICT' });
  });

  it('changes nothing for a reader, and nothing that is too much', async () => {
    const store = await fill(open, documents);
    const fields = [
      `decideMatch(left: "${kim.id}", right: "${baker.id}", verdict: SAME)`,
      `mergeEntities(entities: ["${kim.id}", "${baker.id}"])`,
      `splitEntity(entity: "${kim.id}", identities: ["${kimIrSen.id}"])`,
      `renameEntity(entity: "${kim.id}", name: "One")`,
      `retractRelation(relation: "${relation}")`,
      'deleteDocument(id: "document:a")',
      'undo(entry: "edit:00000001")',
    ];
    for (const field of fields) {
      expect(await refusal(store, `mutation { ${field} { id } }`)).toMatchObject({ code: 'UNAUTHENTICATED' });
    }
    const many = JSON.stringify(Array.from({ length: 101 }, (_, number) => `person:p${number}`));
    for (const field of [
      `mergeEntities(entities: ${many})`,
      `mergeEntities(entities: ["${kim.id}"])`,
      `splitEntity(entity: "${kim.id}", identities: ${many})`,
      `renameEntity(entity: "${kim.id}", name: "One", note: "${'x'.repeat(2_001)}")`,
    ]) {
      expect(await refusal(store, `mutation { ${field} { id } }`, admin)).toMatchObject({ code: 'BAD_ARGUMENT' });
    }
    expect(await ask(store, '{ ledgerVersion }')).toEqual({ ledgerVersion: 0 });
  });
}
