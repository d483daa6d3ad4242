import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const people = Array.from({ length: 7 }, (_, i) => `person:p${i}`);
/** All of them are in the first document, and the later ones in the second as well. */
const documents = [
  graphBatch({
    key: 'one',
    date: '1957',
    relations: people.slice(1).map((target) => ({ type: 'MET_WITH', source: 'person:p0', target })),
    statements: people.map((speaker) => ({ speaker, about: ['place:dprk'] })),
  }),
  graphBatch({ key: 'two', date: '1958', entities: people.slice(4).map((id) => ({ id })) }),
];

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: Record<'startCursor' | 'endCursor', string | null> &
    Record<'hasNextPage' | 'hasPreviousPage', boolean>;
}

const selection = '{ edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

/** Keyset paging in both directions, and what is refused. */
export function paging(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, documents);
  });
  afterAll(() => store.close());

  /** Each connection as a way to read a page of it. */
  const connections: Record<string, (args: string) => Promise<Connection>> = {
    'entities by identifier': async (args) =>
      (await ask(store, `{ c: entities(kinds: [PERSON], ${args}) ${selection} }`)).c,
    'entities by mentions': async (args) =>
      (await ask(store, `{ c: entities(orderBy: MENTIONS, ${args}) ${selection} }`)).c,
    relations: async (args) => (await ask(store, `{ c: relations(${args}) ${selection} }`)).c,
    statements: async (args) => (await ask(store, `{ c: statements(${args}) ${selection} }`)).c,
    "an entity's relations": async (args) =>
      (await ask(store, `{ o: entity(id: "person:p0") { c: relations(${args}) ${selection} } }`)).o.c,
    'those whom a person met': async (args) =>
      (await ask(store, `{ o: entity(id: "person:p0") { ... on Person { c: met(${args}) ${selection} } } }`)).o.c,
    "a document's mentions": async (args) =>
      (await ask(store, `{ o: document(id: "document:one") { c: mentions(${args}) ${selection} } }`)).o.c,
    "a document's evidence": async (args) =>
      (await ask(store, `{ o: document(id: "document:one") { c: evidence(${args}) ${selection} } }`)).o.c,
  };

  const ids = ({ edges }: Connection) => edges.map(({ node }) => node.id);

  describe.each(Object.keys(connections))('%s', (name) => {
    const read = (args: string) => (connections[name] as (args: string) => Promise<Connection>)(args);

    it('give the same records forward and backward, page by page, none twice and none missing', async () => {
      const all = await read('first: 100');
      expect(all.edges.length).toBeGreaterThan(5);
      expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });

      const forward: string[] = [];
      for (let after = ''; ; ) {
        const page = await read(`first: 2${after}`);
        expect(page.pageInfo.hasPreviousPage).toBe(forward.length > 0);
        forward.push(...ids(page));
        if (!page.pageInfo.hasNextPage) break;
        after = `, after: "${page.pageInfo.endCursor}"`;
      }
      expect(forward).toEqual(ids(all));

      let backward: string[] = [];
      for (let before = ''; ; ) {
        const page = await read(`last: 2${before}`);
        expect(page.pageInfo.hasNextPage).toBe(backward.length > 0);
        backward = [...ids(page), ...backward];
        if (!page.pageInfo.hasPreviousPage) break;
        before = `, before: "${page.pageInfo.startCursor}"`;
      }
      expect(backward).toEqual(ids(all));
    });
  });

  it('an empty page has no cursors', async () => {
    const { relations } = await ask(store, `{ relations(types: [VISITED]) ${selection} }`);
    expect(relations).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  describe('refuses', () => {
    const refuses = async (args: string) => (await refusal(store, `{ entities(${args}) { nodes { id } } }`)).code;
    const encoded = (text: string) => Buffer.from(text).toString('base64url');

    it.each([
      'first: 0',
      'first: 101',
      'first: -1',
      'last: 101',
      'first: 2, last: 2',
      'first: 2, before: "x"',
      'last: 2, after: "x"',
    ])('%s', async (args) => {
      expect(await refuses(args)).toBe('BAD_ARGUMENT');
    });

    it.each([
      ['nothing', ''],
      ['an identifier', 'person:p0'],
      ['what is no base64url', '*?'],
      ['an order that there is none of', encoded('nothing|person:p0')],
      ['a cursor without a place', encoded('entity|')],
      ['letters outside ASCII', encoded('entity|person:ü')],
      ['a cursor with something behind it', `${encoded('entity|person:p0')}=`],
    ])('%s as a cursor', async (_what, cursor) => {
      expect(await refuses(`first: 2, after: "${cursor}"`)).toBe('BAD_ARGUMENT');
    });

    it("another connection's cursor, and one of another order", async () => {
      const { c } = await ask(store, `{ c: relations(first: 1) ${selection} }`);
      expect(await refuses(`after: "${c.pageInfo.endCursor}"`)).toBe('BAD_ARGUMENT');
      const ordered = await ask(store, `{ c: entities(first: 1) ${selection} }`);
      expect(await refuses(`orderBy: MENTIONS, after: "${ordered.c.pageInfo.endCursor}"`)).toBe('BAD_ARGUMENT');
    });
  });

  // The last, since it adds to what the others have counted.
  it('a cursor keeps its place while documents come', async () => {
    const { c } = await ask(store, `{ c: entities(kinds: [PERSON], first: 3) ${selection} }`);
    await store.putDocument(graphBatch({ key: 'new', entities: [{ id: 'person:a-newcomer' }] }));
    const rest = await ask(
      store,
      `{ c: entities(kinds: [PERSON], first: 3, after: "${c.pageInfo.endCursor}") ${selection} }`,
    );
    expect(ids(rest.c)).toEqual(people.slice(3, 6));
  });
}
