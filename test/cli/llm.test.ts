import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ChatHandler,
  type ChatServer,
  inTurn,
  replies,
  says,
  startChatServer,
} from '../ingest/extractors/llm/chat-server.js';
import { generatedDocument } from './generated-archive.js';
import { runCli } from './run-cli.js';

const main = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));
const secretKey = 'sk-test-0123456789abcdef';
let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-llm-'));
  file = join(folder, 'journal.txt');
  writeFileSync(file, `${generatedDocument(1)}\nThe road to Ryongbyol was closed.\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const finding = says({
  entities: [
    { surface: 'Ryongbyol', kind: 'PLACE' },
    { surface: 'Atlantis', kind: 'PLACE' },
  ],
  relations: [],
  statements: [],
});

async function withServer<T>(
  handler: ChatHandler,
  use: (env: Record<string, string>, server: ChatServer) => Promise<T>,
) {
  const server = await startChatServer(handler);
  try {
    const env = { DIPLOGRAPH_LLM_URL: server.url, DIPLOGRAPH_LLM_MODEL: 'test-model', DIPLOGRAPH_LLM_KEY: secretKey };
    return await use(env, server);
  } finally {
    await server.close();
  }
}

describe('--extractor llm', () => {
  it.each([
    ['extract', {}],
    ['ingest', { DIPLOGRAPH_LLM_URL: 'http://127.0.0.1:1/v1' }],
    ['extract', { DIPLOGRAPH_LLM_MODEL: 'test-model' }],
  ])('without a server or a model is one line that says what to set: %s', async (command, env) => {
    const { status, stdout, stderr } = await runCli([command, file, '--extractor', 'llm'], { env });
    expect(stderr).toMatch(
      /^diplograph: No language model is set for --extractor llm\. Set DIPLOGRAPH_LLM_URL .+DIPLOGRAPH_LLM_MODEL .+\.\n$/,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  it('adds to the graph what the text bears out, and without it nobody is asked', async () => {
    await withServer(finding, async (env, server) => {
      const rules = await runCli(['extract', file], { env });
      expect(server.requests).toEqual([]);
      const both = await runCli(['extract', file, '--extractor', 'llm'], { env });
      expect(both).toMatchObject({ status: 0, stderr: '' });
      const ids = ({ stdout }: typeof both) => JSON.parse(stdout).entities.map(({ id }: { id: string }) => id);
      expect(ids(both)).toEqual([...ids(rules), 'place:ryongbyol']);
      expect(JSON.parse(both.stdout).document.coverage.model).toMatchObject({
        extractor: 'llm:test-model',
        dropped: { 'entity: not in the text': 1 },
      });
    });
  });

  it('keeps the graph of the rules where the server refuses the key, and says so without it', async () => {
    const refusing = replies(401, JSON.stringify({ error: { message: `Incorrect API key: ${secretKey}` } }));
    await withServer(refusing, async (env) => {
      const { status, stdout, stderr } = await runCli(['extract', file, '--extractor', 'llm', '--verbose'], { env });
      expect(stderr.split('\n')[0]).toMatch(
        /^diplograph: .+journal\.txt .+ llm:test-model left 1 of 1 parts unread: the server refused the key \(401\)\. .+\.$/,
      );
      expect(stdout + stderr).not.toContain(secretKey);
      expect(JSON.parse(stdout).entities.length).toBeGreaterThan(3);
      expect(status).toBe(3);
    });
  });

  it('ingests again what the model failed to read, and nothing else', async () => {
    const store = ['--store', `sqlite:${join(folder, 'store.db')}`];
    await withServer(inTurn(replies(404, '{}'), finding), async (env, server) => {
      const ingest = () => runCli(['ingest', file, '--extractor', 'llm', ...store], { env });
      const failed = await ingest();
      expect(failed.status).toBe(3);
      expect(failed.stdout).toContain('1 added, 0 replaced, 0 unchanged; 0 failed');

      const read = await ingest();
      expect(read).toMatchObject({ status: 0, stderr: '' });
      expect(read.stdout).toContain('0 added, 1 replaced, 0 unchanged; 0 failed');
      expect(read.stdout).toMatch(
        /^model {7}llm:test-model: 1 request, [\d,]+ tokens; of 2 items proposed 1 kept, 0 known already\n {12}dropped, entity: not in the text: 1$/m,
      );

      const again = await ingest();
      expect(again.stdout).toContain('0 added, 0 replaced, 1 unchanged; 0 failed');
      expect(again.stdout).not.toContain('model ');
      expect(server.requests).toHaveLength(2);
    });
  });

  it('ends on Ctrl-C although the server hangs, with what the rules found', async () => {
    let child: ChildProcess | undefined;
    await withServer(
      () => child?.kill('SIGINT'),
      async (env) => {
        const { PATH = '' } = process.env;
        child = spawn(process.execPath, [main, 'extract', file, '--extractor', 'llm'], { env: { PATH, ...env } });
        let stdout = '';
        child.stdout?.on('data', (text: Buffer) => {
          stdout += text.toString();
        });
        expect(await once(child, 'close')).toEqual([130, null]);
        expect(JSON.parse(stdout).document.coverage.model.failure).toBe('it was interrupted');
      },
    );
  });

  it('takes no other extractor', async () => {
    const { status, stderr } = await runCli(['extract', file, '--extractor', 'oracle']);
    expect(stderr).toMatch(/^diplograph: .*oracle.*\n$/);
    expect(status).toBe(2);
  });
});
