import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { generatedDocument } from './generated-archive.js';
import { serveCli } from './serve-cli.js';

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

const serve = (...args: string[]) =>
  serveCli(['--store', store, ...args], { TMPDIR: scratch, DIPLOGRAPH_ADMIN_TOKEN: adminToken });

describe('diplograph serve', () => {
  it('reads what is sent to it in its built thread, with the names that it was given', async () => {
    const authority = join(folder, 'authority.jsonl');
    const record = { id: 'person:whitcombe-of-zembla', kind: 'PERSON', name: 'Harlan Whitcombe', aliases: [] };
    writeFileSync(authority, `${JSON.stringify(record)}\n`);
    const { url, stop } = await serve('--authority', authority);
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
    expect(await stop()).toEqual([0, null]);
  });

  it('stops on SIGTERM in the middle of a job: whole documents are stored, and nothing is left behind', async () => {
    const { url, stop } = await serve();
    const names = Array.from({ length: 6 }, (_, index) => `letter-${index}.txt`);
    const sent = await Promise.all(
      names.map((name, index) =>
        fetch(`${url}/ingest?name=${name}`, { ...{ method: 'POST', headers }, body: generatedDocument(index) }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 202));
    expect(await stop()).toEqual([0, null]);
    expect(readdirSync(scratch)).toEqual([]);
    const opened = await openStore(store);
    const { documents, mentions } = await opened.stats();
    expect(documents).toBeLessThan(1 + names.length);
    expect(mentions).toBeGreaterThan(0);
    await opened.close();
  });

  it('answers from all that a first load had kept when it was killed', async () => {
    const url = `sqlite:${join(folder, 'kept.db')}`;
    const killed = await openStore(url);
    await killed.keepDocuments([graphBatch({ key: 'kept', date: '1957' })]);
    await killed.close();
    const { url: address, stop } = await serveCli(['--store', url]);
    const asked = await fetch(`${address}/graphql?query=${encodeURIComponent('{ stats { documents } }')}`);
    expect((await asked.json()).data.stats).toEqual({ documents: 1 });
    await stop();
  });
});
