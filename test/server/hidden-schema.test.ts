import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const page = { accept: 'text/html' };

/** Each misspells something of the schema, in another place. */
const misspelt: readonly (readonly [string, string, Record<string, unknown>?])[] = [
  ['a field', '{ entitis { nodes { id } } }'],
  ['a field of a connection', '{ entities { node { id } } }'],
  ['an argument', '{ entities(frist: 3) { nodes { id } } }'],
  ['a type', '{ node(id: "person:a") { ... on Persona { id } } }'],
  ['a fragment on a supertype', '{ entities { nodes { met { nodes { id } } } } }'],
  ['a value of an enum', '{ entities(kinds: [PERSN]) { nodes { id } } }'],
  [
    'a value of an enum in a variable',
    'query ($k: [EntityKind!]) { entities(kinds: $k) { nodes { id } } }',
    { k: ['PERSN'] },
  ],
  [
    'a field of an input in a variable',
    'query ($s: PatternPlaceInput) { pattern(start: $s, steps: [{ types: [ASKED] }]) { nodes { __typename } } }',
    { s: { entitys: ['person:a'] } },
  ],
];

describe('a server that shows its schema', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(misspelt)('helps with %s', async (_what, query, variables = {}) => {
    const { body } = await post(server, { query, variables });
    expect(JSON.stringify(body.errors)).toContain('Did you mean');
  });
});

describe('a server that keeps its schema to itself', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ introspection: false });
  });
  afterAll(() => server.close());

  it.each(misspelt)('names nothing in place of %s', async (_what, query, variables = {}) => {
    const { body } = await post(server, { query, variables });
    expect(body.errors?.[0]?.message.length).toBeGreaterThan(10);
    expect(JSON.stringify(body)).not.toContain('Did you mean');
  });

  it.each([
    getIntrospectionQuery(),
    '{ __type(name: "Person") { fields { name } } }',
    '{ a: __schema { types { name } } }',
  ])('refuses introspection: %s', async (query) => {
    const { body } = await post(server, { query });
    expect([body.data, body.errors?.[0]?.message]).toEqual([
      undefined,
      expect.stringContaining('introspection has been disabled'),
    ]);
  });

  it('has no GraphiQL, and answers what the explorer asks', async () => {
    expect((await fetch(`${server.url}/graphql`, { headers: page })).status).not.toBe(200);
    expect((await fetch(`${server.url}/graphiql-assets/worker-0a1b2c3d.js`)).status).toBe(404);
    expect((await fetch(`${server.url}/`, { headers: page })).status).toBe(200);
    const { body } = await post(server, {
      query: '{ stats { documents } entities(first: 1) { nodes { __typename } } }',
    });
    expect(body.errors).toBeUndefined();
  });
});
