import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadArgumentError } from '../../src/errors.js';
import type { PatternPlace } from '../../src/model/pattern.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { maxTiesRead } from '../../src/store/walk-limits.js';
import { graphBatch, type RelationSpec } from './graph-batch-fixture.js';

const side = Math.ceil(Math.sqrt(maxTiesRead)) + 1;
const group = (letter: string, i: number): string => `group:${letter}-${i}`;
const steps = [
  { from: 0, types: ['ASKED'], direction: 'OUT' },
  { from: 1, types: ['SUPPORTED'], direction: 'OUT' },
] as const;

describe('a pattern over more relations than a walk reads', () => {
  let store: GraphStore;
  const first = (places: readonly PatternPlace[]) => store.pattern({ places, steps, filter: {} }, { first: 3 });

  beforeAll(async () => {
    store = await openSqliteStore(':memory:');
    const everybody = Array.from({ length: side }, (_, i) => i);
    const asked = everybody.flatMap((i) =>
      everybody.map((j): RelationSpec => ({ type: 'ASKED', source: group('a', i), target: group('b', j) })),
    );
    const supported: RelationSpec = { type: 'SUPPORTED', source: group('b', 7), target: 'agreement:plan' };
    await store.putDocument(graphBatch({ key: 'crowd', relations: [...asked, supported] }));
  }, 120_000);
  afterAll(() => store.close());

  it('is refused where nothing narrows it, with the step that is too much and what to cut', async () => {
    const asked = store.pattern({ places: [{}, {}], steps: [steps[0]], filter: {} }, { first: 1 });
    const error = await asked.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadArgumentError);
    expect((error as BadArgumentError).message).toMatch(/^Step 1 of the pattern, ASKED, .* more than 50000 relations/);
    expect((error as BadArgumentError).cure).toMatch(/types, kinds, modality or the period/);
  });

  it('is read from the rare end, named or not', async () => {
    for (const places of [
      [{}, {}, {}],
      [{}, {}, { entities: ['agreement:plan'] }],
      [{ entities: [group('a', 1), group('a', 2)] }, {}, { entities: ['agreement:plan'] }],
    ]) {
      const { items } = await first(places);
      expect(items[1]?.record.entities[1]?.id).toBe(group('b', 7));
    }
  });
});
