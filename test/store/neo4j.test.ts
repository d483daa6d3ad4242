import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StoreIncompatibleError, StoreRefusedError, StoreUnavailableError } from '../../src/errors.js';
import { entityKindNames, entityKinds, relationTypeNames } from '../../src/model/ontology.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { isSupportedServer, openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { graphBatch } from './graph-batch-fixture.js';
import { describeGraphStore } from './graph-store.contract.js';
import { randomBatches } from './random-batches.js';

/** Each run asks dozens of questions, and the server plans most of them for the first time. */
const fewerRuns = { propertyRuns: 3, editsBetweenLooks: 40 };
/** The server plans each statement anew whenever the store has grown tenfold. */
jest.setTimeout(120_000);

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createTcpServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('versions of Neo4j', () => {
  it('from 5.26 on are supported', () => {
    expect(['Neo4j/5.26.0', 'Neo4j/5.26.30', 'Neo4j/2025.01.0', 'Neo4j/6.0.1'].map(isSupportedServer)).toEqual(
      Array.from({ length: 4 }, () => true),
    );
    expect(['Neo4j/5.25.1', 'Neo4j/4.4.40', 'Memgraph/3.0', ''].map(isSupportedServer)).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });
});

describe('an address without a Neo4j server', () => {
  it('is unavailable where nothing listens, and its message holds no password', async () => {
    const port = await freePort();
    for (const scheme of ['bolt', 'neo4j']) {
      const opened = openNeo4jStore(`${scheme}://user:secret-in-url@127.0.0.1:${port}`, {
        user: 'historian',
        password: 'secret-given',
      });
      const error = await opened.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect((error as Error).message).toContain(`${scheme}://127.0.0.1:${port}`);
      expect(`${(error as Error).message} ${(error as StoreUnavailableError).cure}`).not.toMatch(/secret|historian/);
    }
  });

  it('is an error of the project where something else listens', async () => {
    const server = createServer((_request, response) => response.end('not Bolt'));
    const port = await listen(server);
    const opened = openNeo4jStore(`bolt://127.0.0.1:${port}`, { user: 'neo4j', password: 'secret' });
    await expect(opened).rejects.toThrow(StoreUnavailableError);
    await expect(opened).rejects.toThrow('not its Bolt port');
    await new Promise((resolve) => server.close(resolve));
  });
});

describeWith(neo4jRequirement(), 'a real Neo4j server', (access) => {
  let database: ExclusiveDatabase;

  const cypher = async (statement: string): Promise<readonly Record<string, unknown>[]> => {
    const { records } = await database.driver.executeQuery(statement);
    return records.map((record) => record.toObject());
  };

  beforeAll(async () => {
    database = await claimDatabase(access);
  }, claimTimeoutMs);
  afterAll(async () => {
    await database.release();
  });

  describeGraphStore(
    'Neo4j',
    async () => {
      await database.clear();
      const store = await openNeo4jStore(access.url, access);
      return { store, dispose: () => store.close() };
    },
    fewerRuns,
  );

  describe('Neo4j itself', () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await openNeo4jStore(access.url, access);
    });
    beforeEach(async () => {
      await database.clear();
    });
    afterAll(async () => {
      await store.close();
    });

    it('holds an ordinary graph: a label for each kind, a typed relationship for each relation', async () => {
      await store.putDocument(
        graphBatch({
          key: 'a',
          date: '1957-07-08',
          authors: ['person:puzanov'],
          relations: [
            { type: 'MET_WITH', source: 'person:nam-il', target: 'person:puzanov', evidence: ['1957-07-08', null] },
            { type: 'HOLDS_POSITION', source: 'person:puzanov', target: 'place:dprk', title: 'Ambassador' },
            { type: 'AUTHORED', source: 'person:puzanov', target: 'DOCUMENT' },
          ],
          statements: [{ speaker: 'person:nam-il', addressees: ['person:puzanov'], about: ['place:dprk'] }],
        }),
      );
      expect(
        await cypher(`MATCH (:Entity:Person {name: 'Puzanov'})-[r:HOLDS_POSITION]->(c:Entity:Place)
          RETURN r.title AS title, r.modality AS modality, c.id AS country`),
      ).toEqual([{ title: 'Ambassador', modality: 'ASSERTED', country: 'place:dprk' }]);
      expect(
        await cypher(`MATCH (:Person {id: 'person:nam-il'})-[r:MET_WITH]->(:Person)
          MATCH (:Relation {id: r.id})<-[:SUPPORTS]-(x:Evidence)-[:STANDS_IN]->(d:Document)
          RETURN toString(r.weight) AS weight, r.date AS date, d.id AS document, toString(count(x)) AS evidence`),
      ).toEqual([{ weight: '2', date: '1957-07-08', document: 'document:a', evidence: '2' }]);
      expect(
        await cypher(`MATCH (p:Person)-[:AUTHORED]->(d:Document)<-[:STANDS_IN]-(s:Statement)-[:SPOKEN_BY]->(speaker)
          MATCH (s)-[:ADDRESSED_TO]->(p) MATCH (s)-[:ABOUT]->(subject:Place) MATCH (s)<-[:SUPPORTS]-(:Evidence)
          RETURN p.id AS author, speaker.id AS speaker, subject.id AS subject`),
      ).toEqual([{ author: 'person:puzanov', speaker: 'person:nam-il', subject: 'place:dprk' }]);
    });

    it('keeps a unique identifier for every label and every relationship type', async () => {
      const rows = await cypher('SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties RETURN *');
      const unique = rows.map(({ type, labelsOrTypes, properties }) => `${type} ${labelsOrTypes} ${properties}`);
      expect(unique).toEqual(expect.arrayContaining(relationTypeNames.map((t) => `RELATIONSHIP_UNIQUENESS ${t} id`)));
      const labels = ['Entity', 'Document', 'Statement', 'Evidence', 'Mention', 'Relation', 'Text'];
      expect(unique).toEqual(expect.arrayContaining(labels.map((label) => `UNIQUENESS ${label} id`)));
    });

    it('gives every kind its label and leaves nothing behind when its documents go', async () => {
      const batches = randomBatches(7, 12);
      for (const batch of batches) await store.putDocument(batch);
      const labels = await cypher('MATCH (e:Entity) UNWIND labels(e) AS l WITH DISTINCT l ORDER BY l RETURN l');
      const typeNames = entityKindNames.map((kind) => entityKinds[kind].typeName);
      expect(labels.map(({ l }) => l)).toEqual(['Entity', ...typeNames].sort());
      for (const { document } of batches) await store.deleteDocument(document.id);
      expect(await cypher('MATCH (n) WHERE NOT (n:DiplographTestDatabase OR n:Linking) RETURN labels(n) AS l')).toEqual(
        [],
      );
    });

    it('orders sort keys by code point', async () => {
      const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
      const words = characters.flatMap((character) => [`a${character}`, `a${character}b`, `b${character}1`]).sort();
      const { records } = await database.driver.executeQuery('UNWIND $words AS w RETURN w ORDER BY w', {
        words: [...words].reverse(),
      });
      expect(records.map((record) => record.get('w') as string)).toEqual(words);
    });

    it('takes several writers at once without losing what one of them says', async () => {
      const batches = randomBatches(1957, 24);
      const latest = [...new Map(batches.map((batch) => [batch.document.id, batch])).values()];
      const others = await Promise.all([1, 2, 3].map(() => openNeo4jStore(access.url, access)));
      const sqlite = await openSqliteStore(':memory:');
      for (const batch of latest) await sqlite.putDocument(batch);
      await Promise.all(
        others.map(async (writer, index) => {
          for (const batch of latest.filter((_, position) => position % others.length === index)) {
            await writer.putDocument(batch);
          }
        }),
      );
      const everything = { first: 1_000 };
      expect(await store.entityPages([null], {}, everything)).toEqual(await sqlite.entityPages([null], {}, everything));
      expect(await store.relationPages([null], {}, everything)).toEqual(
        await sqlite.relationPages([null], {}, everything),
      );
      expect(await store.stats()).toEqual(await sqlite.stats());
      for (const writer of others) await writer.close();
      await sqlite.close();
    });

    it('writes a document once when two writers bring it at the same time', async () => {
      const batch = graphBatch({ key: 'a', entities: [{ id: 'person:nam-il' }] });
      const other = await openNeo4jStore(access.url, access);
      const outcomes = await Promise.all([store.putDocument(batch), other.putDocument(batch)]);
      expect(outcomes.sort()).toEqual(['added', 'unchanged']);
      expect(await Promise.all([store.deleteDocument('document:a'), other.deleteDocument('document:a')])).toContain(
        true,
      );
      expect(await store.stats()).toMatchObject({ documents: 0, entities: 0, mentions: 0 });
      await other.close();
    });

    it('is set up by several processes at once', async () => {
      for (const { name } of await cypher('SHOW CONSTRAINTS YIELD name'))
        await cypher(`DROP CONSTRAINT ${String(name)}`);
      const indexes = await cypher(`SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name`);
      for (const { name } of indexes) await cypher(`DROP INDEX ${String(name)}`);
      const opened = await Promise.all([1, 2, 3].map(() => openNeo4jStore(access.url, access)));
      for (const each of opened) await each.close();
      const states = await cypher('SHOW INDEXES YIELD state RETURN DISTINCT state');
      expect(states).toEqual([{ state: 'ONLINE' }]);
      await store.putDocument(graphBatch({ key: 'a', entities: [{ id: 'person:nam-il' }] }));
      expect((await store.search('Nam Il', null, 5)).map(({ entity }) => entity.id)).toEqual(['person:nam-il']);
    });

    it('is refused where an earlier version kept decisions that this one would not hold', async () => {
      await cypher("CREATE (:Decision {id: 'decision:00000001', verdict: 'SAME'})");
      await expect(openNeo4jStore(access.url, access)).rejects.toBeInstanceOf(StoreIncompatibleError);
    });

    it('refuses a wrong password with a cure, and tells neither user nor password', async () => {
      const error = await openNeo4jStore(access.url, { user: 'historian', password: 'not-the-password' }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(StoreRefusedError);
      const { message, cure } = error as StoreRefusedError;
      expect(message).toContain(new URL(access.url).host);
      expect(message).not.toMatch(/historian|not-the-password/);
      expect(cure).toContain('NEO4J_PASSWORD');
    });

    it('reads its own writes through a routing address', async () => {
      const routed = await openNeo4jStore(access.url.replace(/^bolt/, 'neo4j'), access);
      await routed.putDocument(graphBatch({ key: 'a', entities: [{ id: 'person:nam-il' }] }));
      expect((await routed.nodes(['person:nam-il']))[0]?.record.id).toBe('person:nam-il');
      await routed.close();
    });

    it('is unavailable, not broken, once the server is gone', async () => {
      const sockets = new Set<Socket>();
      const { hostname, port } = new URL(access.url);
      const proxy = createTcpServer((socket) => {
        const upstream = connect(Number(port), hostname);
        for (const each of [socket, upstream]) {
          sockets.add(each);
          each.on('error', () => each.destroy());
        }
        socket.pipe(upstream).pipe(socket);
      });
      const through = await openNeo4jStore(`bolt://127.0.0.1:${await listen(proxy)}`, access);
      await through.ping();
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await expect(through.ping()).rejects.toBeInstanceOf(StoreUnavailableError);
      await expect(through.stats()).rejects.toBeInstanceOf(StoreUnavailableError);
      await through.close();
    });
  });
});
