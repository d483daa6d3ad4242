import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generatedDocument } from './generated-archive.js';
import { runCli } from './run-cli.js';
import { serveCli } from './serve-cli.js';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
jest.setTimeout(60_000);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-run-'));
  mkdirSync(join(folder, 'archive', 'nested'), { recursive: true });
  for (let index = 0; index < 60; index += 1) {
    writeFileSync(join(folder, 'archive', `${String(index).padStart(3, '0')}.txt`), generatedDocument(index));
  }
  writeFileSync(join(folder, 'archive', 'nested', 'last.txt'), generatedDocument(60));
  writeFileSync(join(folder, 'archive', '.hidden.txt'), generatedDocument(61));
  writeFileSync(join(folder, 'archive', 'README.md'), 'About this folder.');
});
afterAll(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH },
    stdio: 'pipe',
  });
}

/** Resolves with all that stream has said, once it has said this. */
async function said(child: ChildProcess, words: string): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes(words)) return text;
  }
  throw new Error(`The process ended without saying "${words}": ${text}`);
}

describe('serve', () => {
  it('prints its addresses on standard output, and ends with 0 on SIGTERM', async () => {
    const { url, stop } = await serveCli(['--store', 'sqlite::memory:']);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await stop()).toEqual([0, null]);
  });
});

describe('ingest', () => {
  it('finishes its document on Ctrl-C, reports, ends with 130, and goes on where it stopped', async () => {
    const store = join(folder, 'interrupted.db');
    const args = ['ingest', join(folder, 'archive'), '--store', `sqlite:${store}`];
    // Standard input, which nobody closes, comes last: the run can't be over before it is interrupted.
    const child = start([...args, '-']);
    const exited = once(child, 'exit');
    const printed = said(child, 'store ');
    while (!existsSync(store)) await pause(20);
    child.kill('SIGINT');
    expect(await exited).toEqual([130, null]);
    expect(await printed).toMatch(/^documents +\d+ documents? read: \d+ added, 0 replaced, 0 unchanged; 0 failed$/m);
    const again = await runCli(args);
    expect(again.status).toBe(0);
    expect(again.stdout).toMatch(/^documents +61 documents read: \d+ added, 0 replaced, \d+ unchanged; 0 failed$/m);
    expect(again.stdout).toMatch(/^store +61 documents,/m);
    expect(again.stderr).toBe('');
  });
});

describe('extract', () => {
  it('prints one object a line and nothing else, files by code point, hidden ones and the README left out', async () => {
    const { status, stdout, stderr } = await runCli(['extract', join(folder, 'archive')]);
    expect([status, stderr]).toEqual([0, '']);
    const graphs = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(graphs).toHaveLength(61);
    expect(graphs.every((graph) => graph.document.text === undefined)).toBe(true);
    const [last] = (await runCli(['extract', join(folder, 'archive', 'nested')])).stdout.split('\n');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(last);
  });

  it('with --with-text gives the text that the offsets count in', async () => {
    const { stdout } = await runCli(['extract', '--with-text', join(folder, 'archive', '000.txt')]);
    const { document, entities } = JSON.parse(stdout);
    const [mention] = entities[0].mentions;
    expect(document.text.slice(mention.start, mention.end)).toBe(mention.text);
  });

  it('with --out writes a file for each, none half, and refuses to write one over another', async () => {
    const out = join(folder, 'out', 'graphs');
    const same = join(folder, 'again');
    mkdirSync(same);
    writeFileSync(join(same, '000.md'), generatedDocument(7));
    const { status, stdout, stderr } = await runCli([
      'extract',
      join(folder, 'archive', '000.txt'),
      join(same, '000.md'),
      '--out',
      out,
    ]);
    expect([status, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^diplograph: .*000\.json was written for .*\n$/);
    expect(readdirSync(out)).toEqual(['000.json']);
    expect(JSON.parse(readFileSync(join(out, '000.json'), 'utf8')).document.id).toMatch(/^document:/);
  });

  it.each(['/proc/diplograph-out', '/dev/null/out', '/dev/null'])('into %s is refused at once', async (out) => {
    const { status, stderr } = await runCli(['extract', join(folder, 'archive', '000.txt'), '--out', out]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^diplograph: \S+ can't be written \(\w+\)\. .+\n$/);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = start(['extract', join(folder, 'archive')]);
    const exited = once(child, 'exit');
    let complaints = '';
    child.stderr?.on('data', (chunk) => {
      complaints += String(chunk);
    });
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await exited).toEqual([0, null]);
    expect(complaints).toBe('');
  });
});

describe('usage', () => {
  it('says which exit codes there are, and what went wrong in one line', async () => {
    const help = await runCli(['ingest', '--help']);
    expect(help.status).toBe(0);
    expect(help.stdout).toContain('Exit codes:');
    const wrong = await runCli(['ingest', '--bogus']);
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toMatch(/^diplograph: .+\n$/);
  });
});
