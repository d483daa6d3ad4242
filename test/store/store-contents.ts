import type { GraphStore } from '../../src/store/graph-store.js';

const all = { first: 1_000 };

/** Everything that documents put into a store, and what was linked of it. */
export async function contents(store: GraphStore) {
  const documents = await store.documentPages([null], {}, all);
  const ids = documents.flatMap(({ items }) => items.map(({ record }) => record.id));
  const entities = await store.entityPages([null], {}, all);
  const entityIds = entities.flatMap(({ items }) => items.map(({ record }) => record.id));
  return {
    documents,
    entities,
    identities: await store.identitiesOf(entityIds),
    relations: await store.relationPages([null], {}, all),
    statements: await store.statementPages([null], {}, all),
    evidence: await store.evidencePages(ids, all),
    mentions: await store.mentionPages(ids, {}, all),
    matches: await store.matches({}, all),
  };
}

/** Takes back every entry that holds. */
export async function undoAll(store: GraphStore): Promise<void> {
  for (;;) {
    const { items } = await store.ledger({ undone: false }, { first: 100 });
    if (items.length === 0) return;
    for (const { record } of items) {
      await store.undo(record.id, {
        by: 'the suite',
        at: '1957-01-01T00:00:00.000Z',
        note: null,
        expectedVersion: null,
      });
    }
  }
}
