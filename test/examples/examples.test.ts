import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pino from 'pino';
import { startServer } from '../../src/server/server.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ingestSamples } from '../ingest-samples.js';
import { curlRequirement, describeWith, networkxRequirement } from '../requirements.js';

const run = promisify(execFile);
const path = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
/** Where the examples say that the server is. */
const usualOrigin = 'http://127.0.0.1:4000';

let store: GraphStore;
let server: Awaited<ReturnType<typeof startServer>>;
let folder: string;
beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  await ingestSamples(store);
  folder = mkdtempSync(join(tmpdir(), 'diplograph-examples-'));
  const logger = pino({ level: 'silent' });
  server = await startServer({ store, host: '127.0.0.1', port: 0, logger, pages: folder });
});
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true });
});

describeWith(curlRequirement(), 'the commands of curl.md', (curl) => {
  const commands = [...readFileSync(path('curl.md'), 'utf8').matchAll(/^([^\n]+)\n\n```sh\n([^`]+)```$/gm)].map(
    ([, sentence = '', block = '']) => [sentence, block] as const,
  );

  it('are all there', () => {
    expect(commands).toHaveLength(6);
    expect(commands.filter(([, command]) => !command.includes(usualOrigin))).toEqual([]);
  });

  it.each(commands)('%s', async (_, command) => {
    const here = command.replaceAll(usualOrigin, server.url).replace(/^curl/, curl);
    const { stdout } = await run('sh', ['-ec', here], { cwd: folder });
    const file = /--output (\S+)/.exec(command)?.[1];
    if (command.includes('multipart/mixed'))
      expect(stdout).toMatch(/"hasNext":true[\s\S]*"x":-?[\d.][\s\S]*"hasNext":false/);
    else if (file === undefined) expect(JSON.parse(stdout)).not.toHaveProperty('errors');
    else expect(readFileSync(join(folder, file), 'utf8')).toMatch(/<node id="person:kim-il-sung".*<\/graphml>\s*$/s);
    if (command.includes('/graphql')) expect(stdout).toMatch(/"(?:name|quote)":"./);
  });
});

describeWith(networkxRequirement(), 'the notebook', (python) => {
  it('runs from its first cell to its last', async () => {
    const script = fileURLToPath(new URL('run_notebook.py', import.meta.url));
    const env = { ...process.env, DIPLOGRAPH_URL: server.url };
    const { stdout } = await run(python, [script, path('network.ipynb')], { env });
    expect(stdout).toContain("{'id': 'person:kim-il-sung', 'name': 'Kim Il Sung'}");
    expect(stdout).toMatch(/^\d+ nodes, \d+ edges; (?:whole|cut)$/m);
    // Each passage is where the notebook says: at its offsets in the text of its document.
    const [, title = '', start = '', end = ''] = /^(\S.*) (\d+) (\d+)$/m.exec(stdout) ?? [];
    const page = await store.documentPages([null], {}, { first: 100 });
    const document = page.flatMap(({ items }) => items).find(({ record }) => record.title === title)?.record;
    const [text] = await store.documentTexts([document?.id ?? '']);
    expect(text?.slice(Number(start), Number(end))).toBeTruthy();
    expect(stdout).toContain(text?.slice(Number(start), Number(end)));
  });
});
