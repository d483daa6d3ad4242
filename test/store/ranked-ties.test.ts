import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { entityKindNames, modalityNames } from '../../src/model/ontology.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openDatabase } from '../../src/store/sqlite/open-database.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { randomBatches } from './random-batches.js';

const batches = randomBatches(29, 40);
let folder: string;
let store: GraphStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-ties-'));
  store = await openSqliteStore(join(folder, 'store.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** What is kept, and what the relations of now say. */
async function ties() {
  const database = await openDatabase(join(folder, 'store.db'), 'the same file');
  const summed = `SELECT entity, other_kind, sum(weight) AS weight, other, count(*) AS relations FROM relation_end
    WHERE entity <> other AND other_kind <> 'DOCUMENT' GROUP BY entity, other`;
  try {
    return {
      ranked: database.all('SELECT * FROM tie ORDER BY entity, other_kind, weight DESC, other'),
      summed: database.all(
        `SELECT entity, other_kind, weight, other, relations FROM (${summed}) ORDER BY entity, other_kind, weight DESC, other`,
      ),
      counts: database.all('SELECT * FROM tie_count ORDER BY entity, other_kind'),
      counted: database.all(
        `SELECT entity, other_kind, sum(other <> entity) AS neighbours, sum(relations * (other <> entity)) AS relations,
           sum(weight) AS weight
         FROM (SELECT entity, other_kind, sum(weight) AS weight, other, count(*) AS relations FROM relation_end
           WHERE other_kind <> 'DOCUMENT' GROUP BY entity, other)
         GROUP BY entity, other_kind ORDER BY entity, other_kind`,
      ),
      ranks: database.all('SELECT * FROM entity_rank ORDER BY kind, weight DESC, entity'),
      rankedAnew: database.all(
        `SELECT kind, sum(weight) AS weight, entity FROM relation_end WHERE other_kind <> 'DOCUMENT'
         GROUP BY entity ORDER BY kind, weight DESC, entity`,
      ),
    };
  } finally {
    database.close();
  }
}

it('ties are ranked by what the relations weigh, whatever comes, changes and goes', async () => {
  await store.putDocuments(batches.slice(0, 20));
  for (const batch of batches.slice(20)) await store.putDocument(batch);
  const all = await ties();
  expect(all.ranked.length).toBeGreaterThan(50);
  expect(all.ranked).toEqual(all.summed);
  expect(all.counts).toEqual(all.counted);
  expect(all.ranks.length).toBeGreaterThan(10);
  expect(all.ranks).toEqual(all.rankedAnew);

  const ids = [...new Set(batches.map(({ document }) => document.id))];
  for (const id of ids.slice(0, ids.length / 2)) await store.deleteDocument(id);
  const half = await ties();
  expect(half.ranked.length).toBeGreaterThan(20);
  expect(half.ranked).toEqual(half.summed);
  expect(half.counts).toEqual(half.counted);
  expect(half.ranks).toEqual(half.rankedAnew);

  for (const id of ids) await store.deleteDocument(id);
  expect(await ties()).toMatchObject({ ranked: [], counts: [], ranks: [] });
});

it('ties are ranked so too in a store that is loaded at once', async () => {
  await store.keepDocuments(batches);
  await store.finishLoad();
  const { ranked, summed, counts, counted, ranks, rankedAnew } = await ties();
  expect(ranked.length).toBeGreaterThan(50);
  expect(ranked).toEqual(summed);
  expect(counts).toEqual(counted);
  expect(ranks).toEqual(rankedAnew);
});

it('ranked ties give what a filter that lets all through gives of ties summed up anew', async () => {
  await store.putDocuments(batches);
  const [page] = await store.entityPages([null], {}, { first: 100 });
  const ids = page?.items.map(({ record }) => record.id) ?? [];
  let thinned = 0;
  for (const id of ids) {
    for (const kinds of [undefined, ['PERSON', 'PLACE'] as const]) {
      const question = { centers: [id], depth: 2, limit: 8, breadth: 3 };
      const ranked = await store.neighbourhood({ ...question, filter: { kinds } });
      expect(ranked).toEqual(await store.neighbourhood({ ...question, filter: { kinds, modality: modalityNames } }));
      thinned += ranked.thinned?.length ?? 0;
    }
  }
  expect(thinned).toBeGreaterThan(20);
});

it('who is strongest is the same by the ranking as by all relations, of whatever kinds', async () => {
  await store.putDocuments(batches);
  for (const kinds of [
    undefined,
    ['PERSON'],
    ['PLACE'],
    ['EVENT', 'PLACE'],
    ['PUBLICATION'],
    [...entityKindNames],
  ] as const) {
    for (const limit of [1, 2, 5, 500]) {
      const ranked = await store.network({ kinds }, limit);
      expect(ranked).toEqual(await store.network({ kinds, modality: modalityNames }, limit));
    }
  }
});
