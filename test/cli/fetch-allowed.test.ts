import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allowedAddresses } from '../../src/cli/allowed-addresses.js';
import { fetchAllowed } from '../../src/cli/fetch-allowed.js';
import { maxInputBytes } from '../../src/jobs/spool.js';

const mega = Buffer.alloc(1024 * 1024);
const asked: string[] = [];
const answers: Readonly<Record<string, RequestListener>> = {
  '/letters/one': (_, response) => {
    response.setHeader('content-type', 'text/plain; charset=koi8-r');
    response.end('A letter.');
  },
  '/letters/moved': (_, response) => response.writeHead(302, { location: '/letters/one' }).end(),
  '/letters/out': (_, response) => response.writeHead(302, { location: '/secret' }).end(),
  '/letters/away': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end(),
  '/letters/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/letters/round': (_, response) => response.writeHead(302, { location: '/letters/round' }).end(),
  '/letters/endless': (_, response) => {
    const more = () => {
      while (response.write(mega));
      response.once('drain', more);
    };
    more();
  },
  '/letters/silent': (_, response) => void response.writeHead(200).write('A lett'),
  '/secret': (_, response) => response.end('A secret.'),
};

let server: Server;
let folder: string;
let port: number;
let count = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers[request.url ?? '']?.(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  folder = mkdtempSync(join(tmpdir(), 'diplograph-fetch-'));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function fetched(address: string, entries: readonly string[], signal = new AbortController().signal) {
  count += 1;
  const file = join(folder, String(count));
  const charset = await fetchAllowed(address, file, allowedAddresses(entries), signal);
  return { charset, text: readFileSync(file, 'utf8') };
}
const at = (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`;
const listed = () => [at('/letters/'), '127.0.0.0/8'];

describe('a document at an allowed address', () => {
  it('is written into a file, with the charset that its server names', async () => {
    expect(await fetched(at('/letters/one'), listed())).toEqual({ charset: 'koi8-r', text: 'A letter.' });
  });

  it('is followed to where it has moved, as long as that is allowed too', async () => {
    expect((await fetched(at('/letters/moved'), listed())).text).toBe('A letter.');
    asked.length = 0;
    for (const path of ['/letters/out', '/letters/away', '/letters/file']) {
      await expect(fetched(at(path), listed())).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
    }
    expect(asked).not.toContain('/secret');
    await expect(fetched(at('/letters/round'), listed())).rejects.toMatchObject({
      message: expect.stringContaining('redirects more than 5 times'),
    });
  });

  it('is not fetched from an inner network that is not listed, by its number or by a name for it', async () => {
    asked.length = 0;
    for (const host of ['127.0.0.1', 'localhost']) {
      const address = at('/letters/one', host);
      await expect(fetched(address, [at('/letters/', host)])).rejects.toMatchObject({
        code: 'UNREADABLE_INPUT',
        message: expect.stringContaining('inner network'),
      });
    }
    expect(asked).toEqual([]);
    expect(
      (await fetched(at('/letters/one', 'localhost'), [at('/letters/', 'localhost'), '127.0.0.1', '::1'])).text,
    ).toBe('A letter.');
  });

  it('is fetched up to the size that a job may have', async () => {
    await expect(fetched(at('/letters/endless'), listed())).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining(`${maxInputBytes / 1024 / 1024} MB`),
    });
  });

  it('is given up as soon as the job is cancelled', async () => {
    const stop = new AbortController();
    const waiting = fetched(at('/letters/silent'), listed(), stop.signal);
    while (!asked.includes('/letters/silent')) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe('addresses', () => {
  const allowed = allowedAddresses(['https://example.org/frus', 'http://archive.example:8080/', '10.1.0.0/16', '::1']);

  it.each([
    'https://example.org/frus',
    'https://EXAMPLE.org/frus/v1.xml',
    'https://example.org:443/frus/a?b=c',
    'http://archive.example:8080/x',
  ])('%s is allowed', (address) => {
    expect(allowed.check(address).href).toBe(new URL(address).href);
  });

  it.each([
    'https://example.org/',
    'https://example.org/frusx',
    'https://example.org/frus/../secret',
    'https://example.org/frus/%2e%2e/secret',
    'https://example.org/frus/..%2fsecret',
    'https://example.org/frus/..%5Csecret',
    'http://example.org/frus/v1.xml',
    'https://example.org:8443/frus/v1.xml',
    'https://example.org.evil.example/frus/v1.xml',
    'https://example.org@evil.example/frus/v1.xml',
    'https://user:password@example.org/frus/v1.xml',
    'https://evil.example/https://example.org/frus/',
    'http://archive.example/x',
    'file:///etc/passwd',
    'data:text/plain,hello',
    '//example.org/frus/',
    'frus',
    '',
    `https://example.org/frus/${'x'.repeat(2_000)}`,
  ])('%s is not', (address) => {
    expect(() => allowed.check(address)).toThrow('does not fetch documents');
  });

  it('are none where none is listed, and who asks is told who can allow some', () => {
    expect(() => allowedAddresses([]).check('https://example.org/')).toThrow(
      expect.objectContaining({ cure: expect.stringContaining('DIPLOGRAPH_INGEST_URLS') }),
    );
  });

  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['10.1.2.3', true],
    ['::ffff:10.1.2.3', true],
    ['::1', true],
    ['10.2.0.1', false],
    ['127.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['169.254.169.254', false],
    ['192.168.1.1', false],
    ['172.16.0.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::a01:203', false],
    ['224.0.0.1', false],
    ['no address', false],
  ])('of the network: a connection to %s may be opened: %s', (ip, may) => {
    expect(allowed.mayConnectTo(ip)).toBe(may);
  });
});
