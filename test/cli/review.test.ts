import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { runCli } from './run-cli.js';

let folder: string;
let archive: string;
let store: readonly string[];
const ledger = (...args: string[]) => runCli(['ledger', ...args, ...store]);
const review = (...args: string[]) => runCli(['review', ...args, ...store]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-review-'));
  archive = join(folder, 'archive');
  mkdirSync(archive);
  store = ['--store', `sqlite:${join(folder, 'review.db')}`];
  const told = [
    ['one', 'On 3 May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.'],
    ['two', 'On 4 May 1957 Harlan Whitcombe visited Comrade T. Quillfeather.'],
    ['three', 'On 5 May 1957 Harlan Whitcombe visited Comrade Theodor Quillfeather.'],
  ] as const;
  for (const [name, text] of told) writeFileSync(join(archive, `${name}.txt`), `${text}\n`);
  const ingested = await runCli(['ingest', archive, ...store]);
  expect(ingested.status).toBe(0);
  // A line for each document, and the sums.
  const lines = ingested.stdout.split('\n').filter((line) => line.startsWith('document:'));
  expect(lines).toHaveLength(told.length);
  for (const line of lines) expect(line).toMatch(/ {2}added, 1 of 1 sentence with findings; left out: nothing$/);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('diplograph review', () => {
  it('lists the pairs that wait for a person, with what tells them apart', async () => {
    const { status, stdout } = await review();
    expect(status).toBe(0);
    expect(stdout.match(/initials that agree/g)).toHaveLength(2);
    expect(stdout).toContain('T. Quillfeather  (person:t-quillfeather; 1 mentions, undated)');
    const listed = (await review('list', '--json', '--limit', '1')).stdout.trim().split('\n');
    expect(listed.map((line) => (JSON.parse(line) as { state: string }).state)).toEqual(['OPEN']);
  });

  it('keeps what was decided over an ingest of the same documents, and takes it back', async () => {
    const pair = ['person:t-quillfeather', 'person:tobias-quillfeather'];
    const decided = await review('same', ...pair, '--by', 'A. Reader', '--note', 'by the handwriting');
    expect(decided.stdout).toMatch(
      /^edit:00000001 {2}SAME {2}T\. Quillfeather \(person:t-quillfeather\) .*by A\. Reader .*\(by the handwriting\)\n$/,
    );
    // Another authority: every document is read anew.
    const authority = join(folder, 'authority.jsonl');
    writeFileSync(authority, `${JSON.stringify({ id: 'place:zembla', kind: 'PLACE', name: 'Zembla', aliases: [] })}\n`);
    const again = await runCli(['ingest', archive, '--authority', authority, ...store]);
    expect(again.stdout).toContain('3 documents read: 0 added, 3 replaced');
    expect((await ledger()).stdout).toBe(decided.stdout);
    expect((await review()).stdout.match(/initials that agree/g)).toHaveLength(1);
    const undone = await ledger('undo', 'edit:00000001', '--by', 'B. Reader', '--note', 'another hand');
    expect(undone.stdout).toMatch(/undone by B\. Reader .*\(another hand\)\n$/);
    expect((await ledger('--about', 'person:t-quillfeather', '--made-by', 'A. Reader')).stdout).toBe(undone.stdout);
    expect((await ledger('--held')).stdout).toBe('The ledger has no such entry.\n');
    expect((await review()).stdout.match(/initials that agree/g)).toHaveLength(2);
  });

  it('keeps a deleted document out of every ingest, says so, and brings it back when that is undone', async () => {
    const opened = await openStore(store[1] ?? '');
    const [documents] = await opened.documentPages([null], {}, { first: 1 });
    const document = documents?.items[0]?.record.id ?? '';
    const change = { by: 'A. Reader', at: '1957-07-08T12:00:00.000Z', note: 'A forgery.', expectedVersion: null };
    const { id } = await opened.edit({ action: 'DELETE_DOCUMENT', document }, change);
    await opened.close();
    const again = await runCli(['ingest', archive, ...store]);
    expect(again.stdout).toContain(`${document}  kept out, `);
    expect(again.stdout).toContain('1 kept out, since they were deleted');
    expect(again.stdout).toMatch(/^store +2 documents/m);
    expect((await ledger('--about', document)).stdout).toMatch(
      /^edit:\d{8} {2}DELETE_DOCUMENT {2}.*by A\. Reader .*\(A forgery\.\)\n$/,
    );
    expect((await ledger('undo', id)).status).toBe(0);
    expect((await runCli(['stats', ...store])).stdout).toMatch(/documents +3/);
  });

  it.each([
    [['same', 'person:t-quillfeather'], "review doesn't understand"],
    [['same', 'person:t-quillfeather', 'person:nobody'], 'There is no entity "person:nobody"'],
    [['--limit', '0'], 'whole number from 1'],
  ])('refuses %j in one line', async (args, message) => {
    const { status, stdout, stderr } = await review(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['undo', 'edit:99'], 'The ledger has no entry edit:99'],
    [['forget', 'edit:1'], "ledger doesn't understand"],
    [['--limit', 'x'], 'whole number from 1'],
  ])('refuses %j of the ledger in one line', async (args, message) => {
    const { status, stdout, stderr } = await ledger(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
