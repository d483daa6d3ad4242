import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { complexityFromQuery } from '@pothos/plugin-complexity';
import { getIntrospectionQuery } from 'graphql';
import { limits } from '../../schema/limits.js';
import { schema } from '../../schema/schema.js';
import { workedQueries } from '../../schema/worked-queries.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { countCalls } from '../store/counting-store.js';
import { ask, refusal } from './ask.js';

const costOf = (query: string, variables: Record<string, unknown> = {}) =>
  complexityFromQuery(query, { schema, variables }).complexity;

describe('the cost of a query', () => {
  it.each([
    ['{ entity(id: "person:a") { name aliases kind } }', 1],
    ['{ entities(first: 50) { nodes { name } } }', 1 + 50],
    ['{ entities(last: 50) { edges { cursor node { name } } pageInfo { endCursor } } }', 1 + 50],
    ['{ entities { nodes { name } } }', 1 + limits.defaultPageSize],
    [
      '{ entities(first: 10) { nodes { relations(first: 5) { nodes { source { name } } } } } }',
      1 + 10 * (1 + 1 + 5 * 2),
    ],
    [
      '{ search(query: "Kim", first: 7) { score entity { statements(first: 2) { nodes { quote } } } } }',
      1 + 7 * (1 + 2),
    ],
    [
      '{ nodes(ids: ["person:a", "person:b"]) { ... on Person { met(first: 3) { nodes { name } } } } }',
      1 + 2 * (1 + 3),
    ],
    ['{ network(limit: 100) { nodes { id entity { name } } edges { id relation { title } } } }', 1 + 100 * (1 + 3)],
    ['{ documents(first: 3) { nodes { title text } } }', 1 + 3 * (1 + 10)],
  ])('%s is the number of records it may bring', (query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it('follows the page size that a variable gives', () => {
    expect(costOf('query ($n: Int) { entities(first: $n) { nodes { name } } }', { n: 30 })).toBe(31);
  });

  it('leaves room for introspection, each worked query and the whole of a network', () => {
    const whole = `{ network(limit: ${limits.maxNetworkSize}) { nodes { id label kind size degree betweenness pageRank community x y } edges { id source target type weight } } }`;
    for (const query of [getIntrospectionQuery(), whole, ...workedQueries.map((worked) => worked.query)]) {
      expect(costOf(query)).toBeLessThanOrEqual(limits.maxComplexity);
    }
  });

  it('leaves room for the depth of each worked query', () => {
    for (const { query } of workedQueries) {
      expect(complexityFromQuery(query, { schema }).depth).toBeLessThanOrEqual(limits.maxDepth);
    }
  });

  describe('over the limit', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await openStore('sqlite::memory:');
    });
    afterAll(() => store.close());

    const dear = `{ entities(first: 100) { nodes { relations(first: 100) { nodes { evidence(first: 100) { nodes { quote } } } } } } }`;

    it('is refused with the number, before the store is asked', async () => {
      const counted = countCalls(store);
      const error = await refusal(counted.store, dear);
      expect(error.code).toBe('BAD_ARGUMENT');
      expect(error.message).toContain(String(costOf(dear)));
      expect(counted.calls()).toBe(0);
    });

    it('is not refused a little below it', async () => {
      const query = `{ network(limit: ${limits.maxNetworkSize}) { nodes { id } edges { id } } entities(first: 98) { nodes { relations(first: 100) { nodes { type } } } } }`;
      expect(costOf(query)).toBeLessThanOrEqual(limits.maxComplexity);
      expect(costOf(query)).toBeGreaterThan(limits.maxComplexity - 200);
      await expect(ask(store, query)).resolves.toHaveProperty('network');
    });
  });
});
