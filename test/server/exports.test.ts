import { type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../src/errors.js';
import { exportFormats } from '../../src/export/formats.js';
import { exportedBytes } from '../export/exported-bytes.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { startTestServer, type TestServer } from './start-test-server.js';

const plain = { 'accept-encoding': 'identity' };

/** The response when its head is there, its body unread. */
function open(server: TestServer, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    request({ host: '127.0.0.1', port, path, headers: plain }, resolve).on('error', reject).end();
  });
}

describe('downloads', () => {
  let server: TestServer;
  const get = (path: string, init: RequestInit = { headers: plain }) => fetch(`${server.url}/export/${path}`, init);
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(exportFormats.map((format) => [format.name, format] as const))('are the whole %s', async (name, format) => {
    const response = await get(name);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(format.mediaType);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${format.fileName}"`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer()).equals(await exportedBytes(server.store, name))).toBe(true);
  });

  it('are compressed for those who take it', async () => {
    const response = await get('gexf', { headers: { 'accept-encoding': 'gzip' } });
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
      'gzip',
      'accept-encoding',
    ]);
    expect(await response.text()).toBe((await exportedBytes(server.store, 'gexf')).toString());
  });

  it('take filters', async () => {
    const response = await get('graphml?kinds=PERSON,PLACE&kinds=DOCUMENT&types=AUTHORED&modality=ASSERTED');
    const wanted = { kinds: ['PERSON,PLACE', 'DOCUMENT'], types: ['AUTHORED'], modality: ['ASSERTED'] };
    expect(await response.text()).toBe((await exportedBytes(server.store, 'graphml', wanted)).toString());
    const network = await get('cytoscape?limit=2');
    expect(((await network.json()) as { elements: { nodes: unknown[] } }).elements.nodes).toHaveLength(2);
  });

  it.each([
    '',
    'xlsx',
    '__proto__',
    'gexf/',
    'gexf?kinds=MARTIAN',
    'gexf?kind=PERSON',
    'gexf?limit=1&limit=2',
    'gexf?layout=FORCE',
  ])('are refused for "%s" with what to do', async (path) => {
    const response = await get(path);
    const { errors } = (await response.json()) as { errors: { extensions: Record<string, string> }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([400, 'BAD_ARGUMENT']);
    expect(errors[0]?.extensions.cure).toMatch(/\.$/);
  });

  it('can be asked about with HEAD, and can only be read', async () => {
    const head = await get('csv', { method: 'HEAD', headers: plain });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'application/zip', '']);
    const posted = await get('csv', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('are counted as such', async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^diplograph_http_requests_total\{route="export",status="200"\} [1-9]/m);
  });
});

describe('a download', () => {
  it('from a store that is away is answered with its status', async () => {
    const server = await startTestServer({
      faulty: () => ({ entityPages: () => Promise.reject(new StoreUnavailableError('It is away.', 'Start it.')) }),
    });
    for (const { name } of exportFormats) {
      const response = await fetch(`${server.url}/export/${name}`);
      expect([name, response.status, response.headers.get('content-disposition')]).toEqual([name, 503, null]);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] });
    }
    await server.close();
  });

  it('that fails in the middle is cut off, and logged', async () => {
    const server = await startTestServer({
      faulty: () => ({ relationPages: () => Promise.reject(new StoreUnavailableError('It is away.', 'Start it.')) }),
    });
    for (const encoding of ['identity', 'gzip']) {
      const download = fetch(`${server.url}/export/gexf`, { headers: { 'accept-encoding': encoding } });
      await expect(download.then((response) => response.text())).rejects.toThrow();
    }
    expect(server.log.filter(({ msg }) => msg === 'a download was cut off')).toHaveLength(2);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.close();
  });

  it('is read from the store as fast as its reader takes it, and no further when it goes away', async () => {
    let pages = 0;
    const server = await startTestServer({
      faulty: (store) => ({
        // A store of a million pages: the same one again and again.
        async entityPages() {
          pages += 1;
          const [page] = await store.entityPages([null], {}, { first: 500 });
          return page ? [{ ...page, hasNextPage: pages < 1_000_000 }] : [];
        },
      }),
    });
    const names = Array.from({ length: 400 }, (_, index) => ({ id: `person:p${index}`, name: 'x'.repeat(2_000) }));
    await server.store.putDocument(graphBatch({ key: 'many', entities: names }));
    const response = await open(server, '/export/gexf');
    response.pause();
    let seen = -1;
    while (seen < pages) {
      seen = pages;
      await pause(300);
    }
    // What fits into the buffers of both sides, a megabyte a page.
    expect(seen).toBeLessThan(40);
    response.destroy();
    await pause(200);
    const left = pages;
    await pause(300);
    expect(pages).toBe(left);
    await server.close();
  });
});
