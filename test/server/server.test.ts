import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../src/errors.js';
import { startTestServer, type TestServer } from './start-test-server.js';

/** `fetch` tidies paths before it sends them; this sends them as they are. */
function getRaw(server: TestServer, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('the server', () => {
  let server: TestServer;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('says at /healthz that the process runs, and at /readyz that the store answers', async () => {
    expect((await get('/healthz')).status).toBe(200);
    const ready = await get('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
  });

  it('serves the explorer at /, and GraphiQL at /graphql to browsers alone', async () => {
    expect(await (await get('/', page)).text()).toContain('<title>explorer</title>');
    expect(await (await get('/graphql', page)).text()).toContain('<title>GraphiQL</title>');
    const api = await get('/graphql?query=%7B__typename%7D', { accept: 'application/json' });
    expect(await api.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('serves assets compressed to those who take it, and for ever where the name holds a hash', async () => {
    const asset = await get('/assets/main-Ab3_9xYz.js', { 'accept-encoding': 'gzip' });
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await asset.text()).toContain('word word');
    const plain = await get('/assets/main-Ab3_9xYz.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('accept-encoding');
    expect((await get('/', page)).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/graphiql-assets/worker-0a1b2c3d.js')).status).toBe(200);
  });

  it('answers HEAD like GET, without the body', async () => {
    const response = await fetch(`${server.url}/`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-length')).toBe('38');
  });

  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/../../explorer/index.html',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/explorer/index.html',
    '/constructor',
    '/__proto__',
  ])('has no page at %s', async (path) => {
    expect(await getRaw(server, path)).toBe(404);
  });

  it.each(['/', '/graphql', '/nowhere', '/readyz', '/metrics'])(
    'sends the same strict headers with %s',
    async (path) => {
      const { headers } = await get(path, page);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('lets no other origin read an answer', async () => {
    const headers = { origin: 'https://elsewhere.example', accept: 'application/json' };
    const answer = await get('/graphql?query=%7B__typename%7D', headers);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { ...headers, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('counts requests, errors and times for Prometheus', async () => {
    await get('/graphql?query=%7Bnothing%7D', { accept: 'application/json' });
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await response.text();
    expect(text).toMatch(/^diplograph_http_requests_total\{route="graphql",status="200"\} [1-9]\d*$/m);
    expect(text).toMatch(/^diplograph_graphql_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1$/m);
    const buckets = [...text.matchAll(/_bucket\{route="graphql",le="[^"]+"\} (\d+)$/gm)].map(([, count]) =>
      Number(count),
    );
    expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
    expect(text).toContain(`_count{route="graphql"} ${buckets.at(-1)}`);
    // Every line is a comment or a sample: name, labels, number.
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.e+-]+)$/);
  });
});

describe('a server whose store is gone', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await server.store.close();
  });
  afterAll(() => server.close());

  it('is alive and not ready', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const response = await fetch(`${server.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { ready: false, code: 'STORE_UNAVAILABLE' }]);
  });
});

describe('a server whose store does not answer', () => {
  it("keeps the store's address to itself", async () => {
    const server = await startTestServer({
      faulty: () => ({
        ping: () => Promise.reject(new StoreUnavailableError('No answer from neo4j://10.0.0.7.', 'Start it.')),
      }),
    });
    expect(await (await fetch(`${server.url}/readyz`)).text()).not.toContain('10.0.0.7');
    expect(server.log.some(({ msg }) => msg === 'the store does not answer')).toBe(true);
    await server.close();
  });
});

describe('a server without built pages', () => {
  it('says what to run', async () => {
    const server = await startTestServer({ pages: '/nowhere/at/all' });
    const response = await fetch(`${server.url}/graphql`, { headers: page });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build:pages');
    await server.close();
  });
});
