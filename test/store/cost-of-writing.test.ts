import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { openDatabase } from '../../src/store/sqlite/open-database.js';
import { SqliteDatabase } from '../../src/store/sqlite/sqlite-database.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { graphBatch } from './graph-batch-fixture.js';

function letters(n: number): string {
  return [...String(n)].map((digit) => 'bdfghklmpt'[Number(digit)]).join('o');
}

/** A document that speaks of what all others speak of, and of somebody of its own. */
function page(n: number) {
  const visitor = `person:visitor-${n}`;
  return graphBatch({
    key: `d${n}`,
    date: `19${50 + (n % 9)}-03-0${1 + (n % 9)}`,
    entities: [
      { id: 'place:china', name: 'China', aliases: ['PRC'] },
      { id: 'person:premier', name: n % 2 === 0 ? 'Zhou Enlai' : 'Chou En-lai' },
      // Of another surname each: those of the same one are compared.
      { id: visitor, name: `Bert${letters(n)} Kert${letters(n)}` },
    ],
    relations: [
      { type: 'VISITED', source: 'person:premier', target: 'place:china' },
      { type: 'HOLDS_POSITION', source: 'person:premier', target: 'place:china', title: 'Premier' },
      { type: 'VISITED', source: visitor, target: 'place:china' },
    ],
    statements: [{ speaker: 'person:premier', about: ['place:china'] }],
  });
}

let ask: jest.SpiedFunction<SqliteDatabase['all']>;
beforeEach(() => {
  ask = jest.spyOn(SqliteDatabase.prototype, 'all');
});
afterEach(() => ask.mockRestore());

async function rowsRead(work: () => Promise<unknown>): Promise<number> {
  ask.mockClear();
  await work();
  return ask.mock.results.reduce((sum, { value }) => sum + (value as readonly unknown[]).length, 0);
}

it('what is read for a document that comes, comes again or changes is no more among many than among few', async () => {
  const store = await openSqliteStore(':memory:');
  const put = (n: number, fingerprint: string) => rowsRead(() => store.putDocument({ ...page(n), fingerprint }));
  const costs = async (from: number) => [
    await put(from, 'new'),
    await put(from - 5, 'again'),
    await put(from, 'changed'),
  ];
  for (let n = 0; n < 20; n++) await store.putDocument(page(n));
  const amongFew = await costs(20);
  await store.putDocuments(Array.from({ length: 279 }, (_, n) => page(21 + n)));
  expect(await costs(300)).toEqual(amongFew);
  await store.close();
});

it('no statement that writes a document walks along a whole table', async () => {
  const store = await openSqliteStore(':memory:');
  ask.mockClear();
  const run = jest.spyOn(SqliteDatabase.prototype, 'run');
  for (const fingerprint of ['new', 'changed']) {
    await store.putDocuments([1, 2].map((n) => ({ ...page(n), fingerprint })));
  }
  await store.deleteDocument('document:d1');
  const statements = new Set([...ask.mock.calls, ...run.mock.calls].map(([sql]) => sql));
  run.mockRestore();
  const database = await openDatabase(':memory:', 'sqlite::memory:');
  const walks = [...statements].flatMap((sql) =>
    database
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .map(({ detail }) => detail)
      // `f` are the identifiers that are asked for; "INDEX 0:=" finds a row of a full-text table by its number; `party` is a list of one
      // statement, and a subquery walks along what it found, by which plan is told for itself.
      .filter((detail) =>
        /^SCAN (?!json_each|f$|party VIRTUAL|\(subquery-\d+\)|\w+ VIRTUAL TABLE INDEX 0:=)/.test(detail),
      )
      .map((detail) => `${detail}: ${sql}`),
  );
  expect(statements.size).toBeGreaterThan(40);
  expect(walks).toEqual([]);
  database.close();
  await store.close();
});
