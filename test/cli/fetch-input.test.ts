import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fetchInput } from '../../src/cli/fetch-input.js';
import { UnreadableInputError } from '../../src/errors.js';

const answers: Readonly<Record<string, RequestListener>> = {
  '/letter': (_, response) => {
    response.setHeader('content-type', 'text/plain; Charset="koi8-r"');
    response.end('A letter.');
  },
  '/moved': (_, response) => response.writeHead(302, { location: '/letter' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('A lett');
    void setTimeout(50).then(() => response.destroy());
  },
  '/silent': (_, response) => void response.writeHead(200).write('A lett'),
  '/missing': (_, response) => response.writeHead(404).end('Not here.'),
};

let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** For an answer that comes: a busy machine takes a third of a second over one. */
const patienceMs = 20_000;

async function textAt(address: string, { timeoutMs = patienceMs, readingMs = 0 } = {}): Promise<string> {
  const input = fetchInput(address, { timeoutMs });
  let text = '';
  for await (const chunk of input.bytes as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    await setTimeout(readingMs);
  }
  return `${text} ${input.charset?.() ?? 'none'}`;
}

it.each(['/letter', '/moved'])('%s gives its bytes and the charset of its server', async (path) => {
  expect(await textAt(origin + path)).toBe('A letter. koi8-r');
});

it('waits as long as the reader takes over what has come', async () => {
  expect(await textAt(`${origin}/letter`, { timeoutMs: 2_000, readingMs: 2_200 })).toBe('A letter. koi8-r');
});

it.each([
  ['/missing', /\/missing answered 404\.$/, patienceMs],
  ['/round', /can't be reached\.$/, patienceMs],
  ['/cut', /broke off after 6 bytes\.$/, patienceMs],
  ['/silent', /gave no answer within 0\.3 seconds\.$/, 300],
])('%s is refused with what happened', async (path, message, timeoutMs) => {
  const refused = textAt(origin + path, { timeoutMs });
  await expect(refused).rejects.toBeInstanceOf(UnreadableInputError);
  await expect(refused).rejects.toThrow(message);
});

it('a password in an address is neither sent nor printed', async () => {
  const refused = textAt(`${origin.replace('//', '//reader:sesame@')}/letter`);
  await expect(refused).rejects.toThrow('name or password in the address');
  await expect(refused).rejects.not.toThrow('sesame');
});
