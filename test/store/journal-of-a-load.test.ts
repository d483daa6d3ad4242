import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openDatabase } from '../../src/store/sqlite/open-database.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { randomBatches } from './random-batches.js';

let folder: string;
let store: GraphStore;
const file = () => join(folder, 'store.db');
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-journal-'));
  store = await openSqliteStore(file());
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

it('a first load keeps no log of what it writes, and leaves the store with one as before', async () => {
  await store.keepDocuments(randomBatches(31, 60));
  expect(existsSync(`${file()}-wal`)).toBe(true);
  const beside: string[] = [];
  await store.finishLoad(() => beside.push(...readdirSync(folder)));
  expect(new Set(beside)).toEqual(new Set(['store.db', 'store.db-journal']));
  expect((await store.stats()).relations).toBeGreaterThan(50);
  expect(existsSync(`${file()}-journal`)).toBe(false);
  expect(existsSync(`${file()}-wal`)).toBe(true);
});

it('a first load of a store that somebody else has open keeps its log, so that the other still reads', async () => {
  await store.keepDocuments(randomBatches(31, 60));
  const reader = await openDatabase(file(), 'the same file');
  const documents = () => reader.first<{ many: number }>('SELECT count(*) AS many FROM document')?.many;
  try {
    const seen = new Set<number | undefined>();
    const beside: string[] = [];
    await store.finishLoad(() => {
      beside.push(...readdirSync(folder));
      seen.add(documents());
    });
    expect(new Set(beside)).toEqual(new Set(['store.db', 'store.db-shm', 'store.db-wal']));
    expect(seen).toEqual(new Set([0]));
    expect(documents()).toBe((await store.stats()).documents);
  } finally {
    reader.close();
  }
});
