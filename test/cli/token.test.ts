import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authenticate } from '../../src/access/authenticate.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { runCli } from './run-cli.js';

let folder: string;
let address: string;
/** The store as a server has it open, while the command line changes it beside. */
let store: GraphStore;
const token = (...args: string[]) => runCli(['token', ...args, '--store', address]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-token-'));
  address = `sqlite:${join(folder, 'tokens.db')}`;
  store = await openStore(address);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('diplograph token', () => {
  it('gives a token that holds at once, and takes it back at once', async () => {
    const created = await token('create', 'Ann Quill', '--role', 'editor', '--expires', '2999-01-01');
    const [first, secret = '', note] = created.stdout.split('\n');
    expect([created.status, note]).toEqual([0, 'Keep the second line: it is not shown again.']);
    expect(first).toMatch(/^token:[0-9a-f]{20} {2}editor {2}Ann Quill {2}\(made .*, never used, expires 2999-01-01T/);
    expect(await authenticate(store.tokens, secret, undefined)).toEqual({ name: 'Ann Quill', role: 'EDITOR' });

    const [id = ''] = first?.split(' ') ?? [];
    const revoked = await token('revoke', id);
    expect([revoked.status, revoked.stdout]).toEqual([0, expect.stringContaining(`${id}  editor  Ann Quill`)]);
    await expect(authenticate(store.tokens, secret, undefined)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('lists all that were made, never a secret', async () => {
    const created = JSON.parse((await token('create', 'Ben', '--role', 'admin', '--json')).stdout) as {
      id: string;
      secret: string;
    };
    const listed = await token('list');
    expect(listed.stdout).toContain(`${created.id}  admin   Ben`);
    expect(listed.stdout).toMatch(/Ann Quill .*revoked .* by /);
    const lines = (await token('list', '--json')).stdout.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { name: string }).name)).toEqual(['Ann Quill', 'Ben']);
    expect(listed.stdout + lines.join()).not.toContain(created.secret.slice(25));
  });

  it.each([
    [['create', 'Ann'], "required option '--role <role>'"],
    [['create', 'Ann', '--role', 'owner'], 'reader, editor, admin'],
    [['create', 'admin', '--role', 'reader'], 'Give another name.'],
    [['create', 'Ann', '--role', 'reader', '--expires', '1957-07-12'], 'time in the future'],
    [['revoke', 'token:none'], 'There is no token "token:none"'],
  ])('refuses %j in one line', async (args, message) => {
    const { status, stdout, stderr } = await token(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
