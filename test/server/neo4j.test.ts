import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Reading } from '../../src/store/brief-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { Neo4jConnection } from '../../src/store/neo4j/neo4j-connection.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { type FaultyNetwork, faultyNetwork } from '../neo4j-server/faulty-network.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { embassyJournal } from '../schema/embassy-journal.js';
import { askInParts, merged, person } from './read-parts.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const query = '{ stats { documents } }';
/** Would take days. */
const endless = `UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b
  WITH a, b WHERE a + b < 0 RETURN count(*) AS endless`;

/** No test waits for it where all is well. */
const tooLong = () => pause(5_000, undefined, { ref: false });

describeWith(neo4jRequirement(), 'a server over Neo4j', (access) => {
  let database: ExclusiveDatabase;
  beforeAll(async () => {
    database = await claimDatabase(access);
  }, claimTimeoutMs);
  afterAll(() => database.release());

  describe('stops in the database', () => {
    let store: GraphStore;
    let connection: Neo4jConnection;
    let server: TestServer | undefined;
    beforeEach(async () => {
      store = await openNeo4jStore(access.url, access);
      connection = Neo4jConnection.to(access.url, access);
    });
    afterEach(async () => {
      await server?.close();
      server = undefined;
      await connection.close();
    });

    /** A store whose `stats` are a statement that doesn't end. */
    const withEndlessStats = (view: GraphStore, signal?: AbortSignal): GraphStore =>
      new Proxy(view, {
        get(target, name: keyof GraphStore) {
          if (name === 'stoppedBy') return (next: AbortSignal) => withEndlessStats(target.stoppedBy(next), next);
          if (name === 'briefly') return (reading: Reading) => withEndlessStats(target.briefly(reading), signal);
          if (name === 'stats' && signal) return () => connection.stoppedBy(signal).read((run) => run(endless));
          const member = target[name];
          return typeof member === 'function' ? member.bind(target) : member;
        },
      });

    const running = async (): Promise<number> => {
      const { records } = await database.driver.executeQuery(
        `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'AS endless'
         AND NOT currentQuery CONTAINS 'SHOW' RETURN currentQuery`,
      );
      return records.length;
    };
    const untilRunning = async (count: number): Promise<void> => {
      while ((await running()) !== count) await pause(20);
    };

    it('what takes too long', async () => {
      server = await startTestServer({ store: withEndlessStats(store), executionLimits: { seconds: 1 } });
      const asked = post(server, { query });
      await untilRunning(1);
      const { status, body } = await asked;
      expect([status, body.errors?.[0]?.extensions?.code]).toEqual([504, 'TIMED_OUT']);
      await untilRunning(0);
    });

    it('what a client that went away has asked', async () => {
      server = await startTestServer({ store: withEndlessStats(store) });
      const { port } = new URL(server.url);
      const headers = { 'content-type': 'application/json' };
      const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers });
      asked.on('error', () => undefined).end(JSON.stringify({ query }));
      await untilRunning(1);
      asked.destroy();
      await untilRunning(0);
    });

    it('what was to come later, when its client has gone away', async () => {
      server = await startTestServer({ store: withEndlessStats(store) });
      const answer = await askInParts(server, { query: '{ ledgerVersion ... @defer { stats { documents } } }' });
      expect(await answer.next()).toMatchObject({ data: { ledgerVersion: 0 }, hasNext: true });
      await untilRunning(1);
      answer.leave();
      await untilRunning(0);
    });

    it('what is under way when the server stops', async () => {
      const stopping = await startTestServer({ store: withEndlessStats(store), stopTimeoutMs: 1 });
      const asked = post(stopping, { query });
      await untilRunning(1);
      await stopping.close();
      const { status, body } = await asked;
      expect([status, body.errors?.[0]?.extensions?.code]).toEqual([503, 'STOPPED']);
      await untilRunning(0);
    });
  });

  describe('says within a second that the database is away', () => {
    let network: FaultyNetwork;
    let server: TestServer;
    beforeEach(async () => {
      network = await faultyNetwork(access.url);
      server = await startTestServer({ store: await openNeo4jStore(network.url, access) });
      expect((await post(server, { query })).status).toBe(200);
    });
    afterEach(async () => {
      await network.cut();
      await server.close();
    });

    /** Answered sooner than a client would give up; the time itself is the server's own, and not measured here. */
    const answer = () => Promise.race([post(server, { query }), tooLong()]);
    const isUnavailable = async (): Promise<void> => {
      const answered = await answer();
      expect(answered).toMatchObject({
        status: 503,
        body: { errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] },
      });
      const ready = await fetch(`${server.url}/readyz`);
      expect([ready.status, await ready.json()]).toEqual([503, { ready: false, code: 'STORE_UNAVAILABLE' }]);
    };

    it('when it is shut down', async () => {
      await network.cut();
      await isUnavailable();
      await isUnavailable();
    });

    it('when what is sent to it is lost, and answers again as soon as it is back', async () => {
      network.swallow();
      await isUnavailable();
      await Promise.all(Array.from({ length: 8 }, isUnavailable));
      network.heal();
      expect(await answer()).toMatchObject({ status: 200, body: { data: { stats: { documents: 0 } } } });
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    });

    it('when it falls silent in the middle of an answer', async () => {
      const connection = Neo4jConnection.to(network.url, access);
      const waiting = connection.stoppedBy(new AbortController().signal).read((run) => run(endless));
      await pause(50);
      network.swallow();
      await expect(Promise.race([waiting, tooLong()])).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await network.cut();
      await connection.close();
    });
  });

  it('gives in parts, put together, what it gives in one', async () => {
    const store = await openNeo4jStore(access.url, access);
    for (const batch of embassyJournal) await store.putDocument(batch);
    const server = await startTestServer({ store });
    const whole = await post(server, { query: person('') });
    const parts = await (await askInParts(server, { query: person('@defer') })).rest();
    await server.close();
    expect(whole.body.errors).toBeUndefined();
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0].data.entity).not.toHaveProperty('relations');
    expect(merged(parts)).toEqual(whole.body.data);
  });
});
