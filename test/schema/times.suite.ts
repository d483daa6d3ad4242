import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { graphBatch, type RelationSpec } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const met = (target: string, date: string): RelationSpec => ({
  ...{ type: 'MET_WITH', source: 'person:a', target: `person:${target}`, evidence: [date] },
});

/** The day of what is told, in `since` and `until`, and that of the telling, in `asOf`, wherever relations are read. */
export function timeQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, [
      graphBatch({ key: 'journal', date: '1957-07-31', relations: [met('b', '1957-07-08'), met('c', '1956')] }),
      graphBatch({ key: 'memoirs', date: '1970', relations: [met('d', '1957-07-08'), met('c', '1956')] }),
    ]);
  });
  afterAll(() => store.close());

  const targets = 'nodes { target { ... on Entity { id } } }';
  const places: readonly (readonly [string, (args: string) => string])[] = [
    ['relations', (args) => `relations(${args}) { ${targets} }`],
    ['relations of an entity', (args) => `entity(id: "person:a") { relations(${args}) { ${targets} } }`],
    ['relations of a document', (args) => `document(id: "document:journal") { relations(${args}) { ${targets} } }`],
    ['those met', (args) => `entity(id: "person:a") { ... on Person { met(${args}) { nodes { id } } } }`],
    ['a network', (args) => `network(${args}) { nodes { id } }`],
    ['a neighbourhood', (args) => `neighbourhood(center: "person:a", ${args}) { nodes { id } }`],
    [
      'connections between',
      (args) =>
        `connectionsBetween(entities: ["person:a", "person:b", "person:c", "person:d"], ${args}) { ${targets} }`,
    ],
    ['company', (args) => `coPresence(entity: "person:a", ${args}) { nodes { right { id } } }`],
    [
      'a pattern',
      (args) =>
        `pattern(start: { entities: ["person:a"] }, steps: [{ types: [MET_WITH] }], ${args}) { nodes { entities { id } } }`,
    ],
  ];

  it.each(places)('%s are of the days that are told, and told by a day', async (name, query) => {
    const found = async (args: string) => {
      const answer = JSON.stringify(await ask(store, `{ ${query(args)} }`));
      return ['b', 'c', 'd'].filter((letter) => answer.includes(`person:${letter}`)).join('');
    };
    const ofJournal = (all: string) => (name.endsWith('document') ? all.replace('d', '') : all);
    expect(await found('since: "1956"')).toBe(ofJournal('bcd'));
    expect(await found('since: "1957", until: "1957-07"')).toBe(ofJournal('bd'));
    expect(await found('asOf: "1957"')).toBe('bc');
    expect(await found('asOf: "1957-12-31", since: "1957"')).toBe('b');
    expect(await found('asOf: "1957-07-30"')).toBe('');
    expect(await found('minConfidence: 0.8')).toBe('');
  });

  it.each(places)('%s refuse a range that ends before it begins, and dates of no calendar', async (_name, query) => {
    const counted = countCalls(store);
    const turned = query('since: "1958", until: "1957"');
    expect((await refusal(counted.store, `{ ${turned} }`)).code).toBe('BAD_ARGUMENT');
    await expect(ask(counted.store, `{ ${query('asOf: "1957-02-30"')} }`)).rejects.toThrow(/calendar/);
  });

  it('stand beside each other at a passage', async () => {
    const { relations } = await ask(
      store,
      '{ relations(target: "person:c") { nodes { date evidence { nodes { date document { date } } } } } }',
    );
    expect(relations.nodes).toEqual([
      {
        date: '1956',
        evidence: {
          nodes: [
            { date: '1956', document: { date: '1957-07-31' } },
            { date: '1956', document: { date: '1970' } },
          ],
        },
      },
    ]);
  });
}
