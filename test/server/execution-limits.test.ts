import { request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { endlessRead } from './endless-read.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const walk = '{ neighbourhood(center: "person:nam-il") { nodes { id } } }';
const count = '{ stats { documents } }';

/** Sends a query and leaves the answer unread. */
function send(server: TestServer, query: string) {
  const { port } = new URL(server.url);
  const headers = { 'content-type': 'application/json' };
  const asked = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ query }));
  return asked;
}

describe('a query that goes on and on', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('is stopped in the store when its time is up, and says what to do', async () => {
    const { faulty, hasStopped } = endlessRead('neighbourhood');
    server = await startTestServer({ faulty, executionLimits: { seconds: 0.2 } });
    const { status, body } = await post(server, { query: walk });
    expect([status, body.data]).toEqual([504, null]);
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: 'This took more than 0.2 seconds and was stopped.',
        extensions: { code: 'TIMED_OUT', cure: expect.stringContaining('fewer hops') },
      }),
    ]);
    expect(await hasStopped()).toMatchObject({ code: 'TIMED_OUT' });
  });

  it('holds up no other request', async () => {
    const { faulty, isReading } = endlessRead('neighbourhood');
    server = await startTestServer({ faulty, executionLimits: { seconds: 2 } });
    const walking = post(server, { query: walk });
    await isReading();
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await post(server, { query: count })).status).toBe(200);
    expect((await walking).status).toBe(504);
  });

  it('is stopped in the store when its client goes away, and nothing is logged as a defect', async () => {
    const { faulty, isReading, hasStopped } = endlessRead('neighbourhood');
    server = await startTestServer({ faulty });
    const asked = send(server, walk);
    await isReading();
    asked.destroy();
    expect(await hasStopped()).toMatchObject({ code: 'STOPPED' });
    expect(server.log.filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
  });
});

describe('a server that stops', () => {
  it('stops in the store what it no longer waits for, and says so', async () => {
    const { faulty, isReading, hasStopped } = endlessRead('neighbourhood');
    const server = await startTestServer({ faulty, stopTimeoutMs: 20 });
    const walking = post(server, { query: walk });
    await isReading();
    await server.close();
    const { status, body } = await walking;
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([503, 'STOPPED']);
    expect(await hasStopped()).toMatchObject({ code: 'STOPPED' });
  });
});

describe('many requests at once', () => {
  it('run so many at a time, a few more wait, and the others are told when to come again', async () => {
    const { faulty, isReading } = endlessRead('neighbourhood');
    const server = await startTestServer({
      faulty,
      executionLimits: { seconds: 0.5, atOnce: 1, waiting: 1, waitMs: 60_000 },
    });
    const walking = post(server, { query: walk });
    await isReading();
    const others = await Promise.all(Array.from({ length: 5 }, () => post(server, { query: count })));
    const answered = others.filter(({ status }) => status === 200);
    const sentAway = others.filter(({ status }) => status === 503);
    expect([answered.length, sentAway.length]).toEqual([1, 4]);
    for (const { headers, body } of sentAway) {
      expect(headers.get('retry-after')).toBe('2');
      expect(body.errors).toEqual([
        { message: expect.any(String), extensions: { code: 'BUSY', cure: 'Ask again in 2 seconds.' } },
      ]);
    }
    expect((await walking).status).toBe(504);
    expect((await post(server, { query: count })).status).toBe(200);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
  });
});

describe('what a query may bring', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('is told with every answer', async () => {
    server = await startTestServer();
    const { body } = await post(server, { query: '{ entities(first: 10) { nodes { name kind } } }' });
    expect(body.errors).toBeUndefined();
    expect(body.extensions).toEqual({ cost: { estimate: 11, limit: 50_000, fields: 4, fieldLimit: 500 } });
    const failed = await post(server, { query: '{ entities(first: 0) { nodes { name } } }' });
    expect([failed.status, failed.body.extensions?.cost]).toMatchObject([400, { estimate: 1 }]);
  });

  it('is told of the operation that is asked for, with its variables', async () => {
    server = await startTestServer();
    const query = `query A { stats { documents } } query B($n: Int!) { entities(first: $n) { nodes { ...F } } }
      fragment F on Entity { documents(first: $n) { nodes { id } } }`;
    const { body } = await post(server, { query, operationName: 'B', variables: { n: 3 } });
    expect(body.extensions?.cost).toMatchObject({ estimate: 1 + 3 * (1 + 1 + 3) });
  });

  it('is refused where it is too much, with where to cut, and the store is not asked', async () => {
    const asked: string[] = [];
    server = await startTestServer({
      faulty: () => ({ entityPages: () => Promise.reject(new Error(String(asked.push('entities')))) }),
    });
    const query = `{ stats { documents } entities(first: 100) { nodes { name ...Met ... on Organization { members { nodes { id } } } } } }
      fragment Met on Person { met(first: 50) { nodes { evidence: statements(first: 20) { nodes { quote } } } } }`;
    const { status, body } = await post(server, { query });
    const estimate = 1 + 1 + 100 * (1 + (1 + 50 * (1 + 1 + 20)) + (1 + 20));
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        message: `This query may bring ${estimate} records; the most is 50000. Most of them come by entities.nodes.met.nodes.statements.nodes.`,
        extensions: {
          code: 'BAD_ARGUMENT',
          cure: 'Ask for smaller pages there: in entities, met, statements, with first, last or limit, or for fewer levels at once.',
        },
      },
    ]);
    expect(body.extensions?.cost).toEqual({ estimate, limit: 50_000, fields: 13, fieldLimit: 500 });
    expect(asked).toEqual([]);
  });

  it('is refused where fragments make thousands of fields of a few', async () => {
    server = await startTestServer();
    const levels = Array.from(
      { length: 12 },
      (_, level) => `fragment F${level} on Stats { documents ...F${level + 1} ... on Stats { ...F${level + 1} } }`,
    );
    const query = `{ stats { ...F0 } } ${levels.join(' ')} fragment F12 on Stats { entities }`;
    const { status, body } = await post(server, { query });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_ARGUMENT']);
    expect(body.errors?.[0]?.message).toMatch(/asks for \d{4,} fields; the most is 500/);
  });
});
