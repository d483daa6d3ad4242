import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { workedQueries } from '../../schema/worked-queries.js';
import { queryRows } from '../schema/query-rows.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

interface Asked {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

const kim = 'person:kim-il-sung';

/** Each is answered by the walk through its document first, then by the function that it was compiled to. */
const asked: Readonly<Record<string, Asked>> = {
  ...Object.fromEntries(Object.values(workedQueries).map((each, index) => [`worked query ${index + 1}`, each])),
  ...Object.fromEntries(Object.entries(queryRows).map(([name, row]) => [name, { query: `{ ${row.query(3)} }` }])),
  introspection: { query: getIntrospectionQuery() },
  'aliases, fragments and directives': {
    query: `query ($id: ID!, $yes: Boolean!) { a: entity(id: $id) { ...named ... on Person @skip(if: $yes) { aliases } __typename }
      b: entity(id: "person:nobody") { id } c: entity(id: $id) { name @include(if: $yes) relations(first: 2) { nodes { date } } } }
      fragment named on Entity { id name kind }`,
    variables: { id: kim, yes: true },
  },
  'one of two operations': {
    query: 'query One { stats { documents } } query Two { stats { entities } }',
    operationName: 'Two',
  },
  'an error beside data': {
    query: `{ stats { documents }
      path(from: "person:nobody", to: "${kim}") { length } }`,
  },
  'an error in a list': {
    query: `{ entities(first: 3) { nodes { id relations(first: 1000) { nodes { id } } } } }`,
  },
  'variables of a wrong form': { query: 'query ($id: ID!) { entity(id: $id) { id } }', variables: { id: { no: 1 } } },
  'a date of a wrong form': {
    query: 'query ($from: PartialDate) { documents(from: $from) { nodes { id } } }',
    variables: { from: 'yesterday' },
  },
  'more than is allowed': {
    query:
      '{ entities(first: 100) { nodes { relations(first: 100) { nodes { source { mentions(first: 100) { nodes { id } } } } } } } }',
  },
};

describe('a query that is asked again', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(Object.keys(asked))('gives the same answer: %s', async (name) => {
    const answers = [];
    for (let time = 1; time <= 3; time += 1) {
      const { status, body } = await post(server, { ...asked[name] });
      answers.push({ status, body });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('takes other variables', async () => {
    const query = 'query ($first: Int!) { entities(first: $first) { nodes { id } } }';
    const counts = [];
    for (const first of [1, 2, 3, 4]) {
      const { body } = await post(server, { query, variables: { first } });
      counts.push((body.data as { entities: { nodes: unknown[] } }).entities.nodes.length);
    }
    expect(counts).toEqual([1, 2, 3, 4]);
  });

  it('goes on giving in parts what is deferred', async () => {
    const query = '{ stats { documents } ... @defer { later: stats { entities } } }';
    const types = [];
    for (let time = 1; time <= 3; time += 1) {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'multipart/mixed' },
        body: JSON.stringify({ query }),
      });
      types.push([
        response.headers.get('content-type')?.split(';')[0],
        (await response.text()).includes('incremental'),
      ]);
    }
    expect(types).toEqual(Array.from({ length: 3 }, () => ['multipart/mixed', true]));
  });
});
