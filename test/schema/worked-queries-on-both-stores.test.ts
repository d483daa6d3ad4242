import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { graphql } from 'graphql';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import { workedQueries } from '../../schema/worked-queries.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ingestSamples } from '../ingest-samples.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';

jest.setTimeout(300_000);
describeWith(neo4jRequirement(), 'The samples in both stores', (access) => {
  let database: ExclusiveDatabase;
  let sqlite: GraphStore;
  let neo4j: GraphStore;

  beforeAll(async () => {
    database = await claimDatabase(access);
    sqlite = await openStore('sqlite::memory:');
    neo4j = await openStore(access.url, access);
    for (const store of [sqlite, neo4j]) expect(new Set(await ingestSamples(store))).toEqual(new Set(['added']));
  }, claimTimeoutMs);
  afterAll(async () => {
    await sqlite.close();
    await neo4j.close();
    await database.release();
  });

  const drawn = `{ network(limit: 300) { nodes { id x y size degree betweenness pageRank community }
    communities { number nodeCount entity { id } } modularity }
    packed: network(layout: PACKED, kinds: [PERSON]) { nodes { id x y } } }`;

  it.each([...workedQueries.map(({ name, query }) => [name, query] as const), ['Drawing', drawn] as const])(
    'answer "%s" alike',
    async (_name, source) => {
      const [one, other] = await Promise.all(
        [sqlite, neo4j].map((store) => graphql({ schema, source, contextValue: createContext(store) })),
      );
      expect(one?.errors).toBeUndefined();
      expect(JSON.stringify(one?.data).length).toBeGreaterThan(300);
      expect(other).toEqual(one);
    },
  );
});
