import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { generatedDocument } from './generated-archive.js';
import { runCli } from './run-cli.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-cli-'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'good.txt'), generatedDocument(1));
  writeFileSync(
    join(folder, 'binary.txt'),
    Uint8Array.from({ length: 400 }, (_, index) => index % 7),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One line that says what is wrong and what to do; no stack trace. */
function expectOneLine(stderr: string): void {
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/^diplograph: .+[.] .+[.]\n$/);
  expect(stderr).not.toMatch(/\bat .+:\d+:\d+/);
}

const store = () => ['--store', `sqlite:${join(folder, 'store.db')}`];

describe('bad input', () => {
  it.each([
    ['a file that is not there', () => ['ingest', join(folder, 'none.txt'), ...store()], 3],
    ['a folder without documents', () => ['ingest', join(folder, 'empty'), ...store()], 3],
    ['an unknown store address', () => ['stats', '--store', 'mysql://127.0.0.1'], 2],
    ['a store file that is no database', () => ['stats', '--store', `sqlite:${join(folder, 'good.txt')}`], 4],
    ['a Neo4j that is not there', () => ['stats', '--store', 'neo4j://127.0.0.1:1'], 4],
    ['a port that is no number', () => ['serve', '--port', 'many', ...store()], 2],
  ] as const)('%s is one line and an exit code', async (_what, args, status) => {
    const result = await runCli(args(), { env: { NEO4J_PASSWORD: 'a-password' } });
    expectOneLine(result.stderr);
    expect(result.status).toBe(status);
  });

  it('a port in use is one line and an exit code', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const result = await runCli(['serve', '--port', String(port), ...store()]);
    server.close();
    expectOneLine(result.stderr);
    expect(result.status).toBe(5);
  });

  it('a document that cannot be read stops no other', async () => {
    const result = await runCli(['extract', join(folder, 'binary.txt'), join(folder, 'good.txt')]);
    expect(result.status).toBe(3);
    expectOneLine(result.stderr);
    expect(result.stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(result.stdout).document.authors).toEqual(['person:alexander-puzanov']);
  });

  it('standard input is read as a document', async () => {
    const result = await runCli(['extract', '-'], { input: generatedDocument(3) });
    expect(result.status).toBe(0);
    expect(JSON.parse(result.stdout).entities.map(({ id }: { id: string }) => id)).toContain(
      'person:alexander-puzanov',
    );
  });
});

describeWith(neo4jRequirement(), 'A wrong password for Neo4j', ({ url, user }) => {
  it('is one line and an exit code', async () => {
    const result = await runCli(['stats', '--store', url], {
      env: { NEO4J_USER: user, NEO4J_PASSWORD: 'not-the-password' },
    });
    expectOneLine(result.stderr);
    expect(result.stderr).not.toContain('not-the-password');
    expect(result.status).toBe(4);
  });
});
