import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { limits } from '../../schema/limits.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const query = '{ stats { documents } }';

describe('requests', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());
  const send = (body: BodyInit, headers: Record<string, string>) =>
    fetch(`${server.url}/graphql`, { method: 'POST', headers, body });

  it('of ordinary clients need no special header', async () => {
    expect((await post(server, { query })).body.data).toEqual({ stats: { documents: expect.any(Number) } });
    const asClient = { accept: 'application/graphql-response+json' };
    expect((await post(server, { query }, asClient)).headers.get('content-type')).toContain(
      'application/graphql-response+json',
    );
  });

  it('with GET run queries', async () => {
    const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
    expect(response.status).toBe(200);
  });

  it.each([
    ['application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()],
    ['text/plain', JSON.stringify({ query })],
  ])(
    'of the type %s, which a page of another site can send, are refused even with the CSRF header',
    async (type, body) => {
      expect((await send(body, { 'content-type': type })).status).toBe(415);
      expect((await send(body, { 'content-type': type, 'x-graphql-yoga-csrf': '1' })).status).toBe(415);
    },
  );

  it('in several parts are refused', async () => {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query }));
    form.set('map', '{}');
    expect((await send(form, { 'x-graphql-yoga-csrf': '1' })).status).toBe(415);
  });

  it('without a type are refused as forgeries', async () => {
    expect((await send(new Blob([JSON.stringify({ query })]), {})).status).toBe(403);
  });

  it('larger than a megabyte are refused, whether they say so or not', async () => {
    const body = JSON.stringify({ query, variables: { padding: ' '.repeat(1_100_000) } });
    expect((await post(server, body)).status).toBe(413);
    const unannounced = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([body]).stream(),
      // Node's fetch asks for it where the body is a stream; the type of the DOM doesn't know it.
      ...({ duplex: 'half' } as object),
    });
    expect(unannounced.status).toBe(413);
  });

  it('that do not say how long they are are answered', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Blob([JSON.stringify({ query })]).stream(),
      ...({ duplex: 'half' } as object),
    });
    expect([response.status, await response.json()]).toMatchObject([200, { data: { stats: {} } }]);
  });

  it('in batches are refused', async () => {
    const { status, body } = await post(server, [{ query }, { query }]);
    expect([status, body.data]).toEqual([400, undefined]);
  });

  it('that are no JSON are told so', async () => {
    const { status, body } = await post(server, '{"query":', { accept: 'application/graphql-response+json' });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('that are too deep, too wide or too long are refused with what to do', async () => {
    const deep = `${'{ documents { nodes { entities: mentions { nodes { entity '.repeat(5)} { id ${'} } } } } '.repeat(5)} }`;
    const wide = `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: __typename s${i}: stats { documents }`).join(' ')} }`;
    const long = `{ ${'stats { documents } '.repeat(600)} }`;
    const decorated = `{ stats ${'@include(if: true) '.repeat(30)} { documents } }`;
    for (const [source, about] of [
      [deep, 'depth'],
      [wide, 'Aliases'],
      [long, 'Token'],
      [decorated, 'Directives'],
    ] as const) {
      const { status, body } = await post(server, { query: source });
      const [error] = body.errors ?? [];
      expect(error?.message).toContain(about);
      expect([status, error?.extensions?.code, error?.extensions?.cure]).toEqual([
        400,
        'BAD_ARGUMENT',
        'Ask for less at once.',
      ]);
    }
  });

  it('that would cost too much are refused before the store is asked', async () => {
    const nested = `{ entities(first: 100) { nodes { relations(first: 100) { nodes { source { relations(first: 100) { nodes { id } } } } } } } }`;
    const { status, body } = await post(server, { query: nested });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_ARGUMENT']);
    expect(body.errors?.[0]?.message).toContain(String(limits.maxComplexity));
  });

  it('are told what they cost with these variables, however often they were asked with others', async () => {
    const asked = `query ($first: Int!, $ids: [ID!]!) { entities(first: $first) { nodes { id } }
      nodes(ids: $ids) { ... on Entity { relations(first: 1) { nodes { id } } } } }`;
    const costOf = async (variables: { readonly first: number; readonly ids: readonly string[] }) => {
      const { body } = await post(server, { query: asked, variables });
      return body.extensions as { cost: { estimate: number } };
    };
    const one = await costOf({ first: 1, ids: ['person:kim-il-sung'] });
    expect((await costOf({ first: 7, ids: ['person:kim-il-sung'] })).cost.estimate).toBe(one.cost.estimate + 6);
    const three = await costOf({ first: 1, ids: ['person:kim-il-sung', 'person:nam-il', 'person:nobody'] });
    expect(three.cost.estimate).toBeGreaterThan(one.cost.estimate);
    expect(await costOf({ first: 1, ids: ['person:nam-il'] })).toEqual(one);
  });

  it('of GraphiQL for the schema stay within the limits', async () => {
    const { body } = await post(server, { query: getIntrospectionQuery({ inputValueDeprecation: true }) });
    expect(body.errors).toBeUndefined();
  });
});
