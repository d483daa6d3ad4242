import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';
import { embassyJournal } from './embassy-journal.js';

/** `suggest`: what somebody who types may mean. */
export function suggestQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, embassyJournal);
  });
  afterAll(() => store.close());

  it('gives entities with the name that matched, in parts', async () => {
    const { suggest } = await ask(
      store,
      '{ suggest(prefix: "kim ir", first: 3) { entities { entity { id } matched parts { text isMatch } } } }',
    );
    expect(suggest.entities[0]).toEqual({
      entity: { id: 'person:kim-il-sung' },
      matched: 'Kim Ir Sen',
      parts: [
        { text: 'Kim', isMatch: true },
        { text: ' ', isMatch: false },
        { text: 'Ir', isMatch: true },
        { text: ' Sen', isMatch: false },
      ],
    });
  });

  it('gives documents by their titles', async () => {
    const { suggest } = await ask(
      store,
      '{ suggest(prefix: "amb") { documents { document { id } parts { text isMatch } } } }',
    );
    expect(suggest.documents).toEqual([
      {
        document: { id: 'document:journal' },
        parts: [
          { text: 'Journal of the ', isMatch: false },
          { text: 'amb', isMatch: true },
          { text: 'assador', isMatch: false },
        ],
      },
    ]);
  });

  it('gives no more than asked for, of the kinds asked for', async () => {
    const { suggest } = await ask(store, '{ suggest(prefix: "m", kinds: [PLACE], first: 1) { entities { matched } } }');
    expect(suggest.entities).toEqual([{ matched: 'Moscow' }]);
  });

  it('asks the store once for entities, once for documents, and not at all for what is not asked', async () => {
    const counted = countCalls(store);
    await ask(counted.store, '{ suggest(prefix: "k") { entities { entity { name aliases } } } }');
    expect(counted.byMethod()).toEqual({ suggestEntities: 1 });
    counted.reset();
    await ask(
      counted.store,
      '{ suggest(prefix: "k", first: 20) { entities { matched } documents { document { title } } } }',
    );
    expect(counted.byMethod()).toEqual({ suggestEntities: 1, suggestDocuments: 1 });
  });

  it.each(['prefix: "k", first: 0', 'prefix: "k", first: 1000000000', `prefix: "${'k'.repeat(10_000)}"`])(
    'refuses %.40s',
    async (args) => {
      const counted = countCalls(store);
      const query = `{ suggest(${args}) { entities { matched } } }`;
      expect((await refusal(counted.store, query)).code).toBe('BAD_ARGUMENT');
      expect(counted.calls()).toBe(0);
    },
  );

  it.each(['', '*', '"a" OR *', 'NEAR(', '\0', '\ud800', '-', 'w*'])('answers %j plainly', async (prefix) => {
    const query =
      'query ($prefix: String!) { suggest(prefix: $prefix) { entities { matched } documents { document { id } } } }';
    const { suggest } = await ask(store, query, { prefix });
    expect(suggest.documents).toEqual([]);
  });
}
