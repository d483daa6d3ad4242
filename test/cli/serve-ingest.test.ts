import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { generatedDocument } from './generated-archive.js';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const adminToken = 'a-token-of-the-tests-1957';
const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/octet-stream' };

let folder: string;
let scratch: string;
let store: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-serve-'));
  scratch = mkdtempSync(join(tmpdir(), 'diplograph-scratch-'));
  store = `sqlite:${join(folder, 'served.db')}`;
});
afterAll(() => {
  for (const made of [folder, scratch]) rmSync(made, { recursive: true });
});

/** The built program, as an operator starts it. */
async function serve(...args: string[]) {
  const { PATH = '' } = process.env;
  const env = { PATH, TMPDIR: scratch, DIPLOGRAPH_ADMIN_TOKEN: adminToken };
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '--store', store, ...args], { env });
  const exited = once(child, 'exit');
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    if (printed.includes('Ctrl-C')) break;
  }
  const url = /explorer +(http:\S+)\//.exec(printed)?.[1] ?? '';
  return { url, child, exited };
}

describe('diplograph serve', () => {
  it('reads what is sent to it in its built thread, with the names that it was given', async () => {
    const authority = join(folder, 'authority.jsonl');
    const record = { id: 'person:whitcombe-of-zembla', kind: 'PERSON', name: 'Harlan Whitcombe', aliases: [] };
    writeFileSync(authority, `${JSON.stringify(record)}\n`);
    const { url, child, exited } = await serve('--authority', authority);
    const sent = await fetch(`${url}/ingest?name=letter.txt`, {
      ...{ method: 'POST', headers },
      body: 'On 3 May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.\n',
    });
    const { id } = (await sent.json()).data.ingestDocument;
    const stream = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: `subscription { ingestProgress(job: "${id}") { state error { message } } }` }),
    });
    expect(await stream.text()).toMatch(/"state":"RUNNING"[\s\S]*"state":"DONE","error":null[\s\S]*event: complete/);
    const known = await fetch(`${url}/graphql?query=${encodeURIComponent(`{ entity(id: "${record.id}") { name } }`)}`);
    expect((await known.json()).data.entity).toEqual({ name: 'Harlan Whitcombe' });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('stops on SIGTERM in the middle of a job: whole documents are stored, and nothing is left behind', async () => {
    const { url, child, exited } = await serve();
    const names = Array.from({ length: 6 }, (_, index) => `letter-${index}.txt`);
    const sent = await Promise.all(
      names.map((name, index) =>
        fetch(`${url}/ingest?name=${name}`, { ...{ method: 'POST', headers }, body: generatedDocument(index) }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 202));
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(readdirSync(scratch)).toEqual([]);
    const opened = await openStore(store);
    const { documents, mentions } = await opened.stats();
    expect(documents).toBeLessThan(1 + names.length);
    expect(mentions).toBeGreaterThan(0);
    await opened.close();
  });
});
