import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { startServer } from '../../src/server/server.js';
import { openStore } from '../../src/store/open-store.js';
import { post, startTestServer } from './start-test-server.js';

describe('stopping', () => {
  it('waits for the request under way, and takes no other', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolveAsked) => {
      answer = resolveAsked;
    });
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const server = await startTestServer({
      faulty: (store) => ({
        async stats() {
          answer();
          await held;
          return store.stats();
        },
      }),
    });
    const underWay = post(server, { query: '{ stats { documents } }' });
    await asked;
    const closed = server.close();
    await expect(fetch(`${server.url}/healthz`, { headers: { connection: 'close' } })).rejects.toThrow();
    letGo();
    expect((await underWay).status).toBe(200);
    await closed;
  });

  it('cuts what takes longer than the limit', async () => {
    const server = await startTestServer({
      faulty: () => ({ stats: () => new Promise(() => {}) }),
      stopTimeoutMs: 50,
    });
    const underWay = post(server, { query: '{ stats { documents } }' }).then(
      () => 'answered',
      () => 'cut',
    );
    await pause(100);
    await server.close();
    expect(await underWay).toBe('cut');
  });
});

describe('starting', () => {
  it('where something listens already is an error that says what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const store = await openStore('sqlite::memory:');
    await expect(
      startServer({ store, host: '127.0.0.1', port, pages: '', logger: pino({ level: 'silent' }) }),
    ).rejects.toMatchObject({
      code: 'ADDRESS_IN_USE',
      message: expect.stringContaining(String(port)),
      cure: expect.stringContaining('--port'),
    });
    await store.close();
    await new Promise((resolve) => other.close(resolve));
  });

  it('on an address of another machine is an error that says what to do', async () => {
    const store = await openStore('sqlite::memory:');
    await expect(
      startServer({ store, host: '192.0.2.1', port: 0, pages: '', logger: pino({ level: 'silent' }) }),
    ).rejects.toMatchObject({ code: 'BAD_CONFIGURATION' });
    await store.close();
  });
});
