import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from './start-test-server.js';

const ours = 'https://archive.example';
const local = 'http://localhost:5173';

describe('pages of other origins', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ corsOrigins: [ours, local] });
  });
  afterAll(() => server.close());

  const ask = (origin: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: '{"query":"{__typename}"}',
    });
  const preflight = (origin: string) =>
    fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization,x-anything',
      },
    });

  it.each([ours, local])('%s, which is named, may read answers, without cookies', async (origin) => {
    for (const response of [await ask(origin), await preflight(origin)]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(origin);
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('vary')).toContain('origin');
    }
    const { headers } = await preflight(origin);
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-headers')).toBe('authorization, content-type, x-graphql-yoga-csrf');
    expect((await ask(origin)).headers.get('access-control-expose-headers')).toContain('retry-after');
  });

  it.each([
    'https://elsewhere.example',
    'http://archive.example',
    'https://archive.example.elsewhere.example',
    'https://elsewhere.example/https://archive.example',
    'https://archive.example:8443',
    'HTTPS://ARCHIVE.EXAMPLE',
    'null',
  ])('%s, which is not, may not', async (origin) => {
    for (const response of [await ask(origin), await preflight(origin)]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});
