import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { generatedBatches } from '../../bench/generate/generated-document.js';
import { generatedWholeStore } from '../../bench/generate/generated-whole-store.js';
import { openStore } from '../../src/store/open-store.js';
import { openSqliteWhole } from '../../src/store/sqlite/sqlite-whole-store.js';
import type { WholeStore } from '../../src/store/whole-store.js';

/** Surnames are shared, and no two names are alike. */
const archive = { seed: 3, documents: 120 };

function byId<T extends { readonly id: string }>(records: Iterable<T>): readonly T[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function contents(store: WholeStore) {
  return {
    documents: [...store.documents({ index: 1, of: 1 })].sort((a, b) =>
      a.source.document.id < b.source.document.id ? -1 : 1,
    ),
    entities: byId(store.entities()).map(({ tally, ...entity }) => ({
      ...entity,
      documents: [tally.mentions, tally.firstDate, tally.lastDate],
      names: tally.voices('name'),
    })),
    relations: byId([...store.relations()].map(({ record, titles }) => ({ ...record, titles }))),
    identities: byId(store.identities()).map(({ keys, ...identity }) => ({ ...identity, keys: [...keys].sort() })),
    nameKeys: [...store.nameKeys()].sort(),
    matches: [...store.matches()],
  };
}

it('a generated archive is what a store keeps of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-generated-'));
  try {
    const path = join(folder, 'store.db');
    const store = await openStore(`sqlite:${path}`);
    await store.keepDocuments([...generatedBatches(archive)]);
    await store.finishLoad();
    await store.close();
    const whole = await openSqliteWhole(path);
    try {
      const kept = contents(whole);
      expect(kept.relations.length).toBeGreaterThan(500);
      expect(contents(generatedWholeStore(archive))).toEqual(kept);
    } finally {
      whole.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
