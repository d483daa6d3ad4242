import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportFormats } from '../../src/export/formats.js';
import { openStore } from '../../src/store/open-store.js';
import { exportedBytes } from '../export/exported-bytes.js';
import { hostileArchive } from '../export/hostile-archive.js';
import { runCli } from './run-cli.js';

describe('export', () => {
  let folder: string;
  let address: string;
  const wanted = new Map<string, Buffer>();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'diplograph-export-'));
    address = `sqlite:${join(folder, 'store.db')}`;
    const store = await openStore(address);
    for (const batch of hostileArchive) await store.putDocument(batch);
    for (const { name } of exportFormats) wanted.set(name, await exportedBytes(store, name));
    wanted.set('people', await exportedBytes(store, 'gexf', { kinds: ['PERSON'], types: ['ASKED', 'MET_WITH'] }));
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(exportFormats.map(({ name }) => name))('writes %s to a file, and leaves nothing else', async (format) => {
    const out = join(folder, `graph.${format}`);
    const { status, stdout, stderr } = await runCli(['export', '--format', format, '-o', out, '--store', address]);
    expect([status, stdout, stderr]).toEqual([0, '', '']);
    expect(readFileSync(out).equals(wanted.get(format) ?? Buffer.alloc(0))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('prints where no file is named, with filters', async () => {
    const filters = ['--kinds', 'PERSON', '--types', 'ASKED', '--types', 'MET_WITH'];
    const { stdout } = await runCli(['export', '--format', 'gexf', '--store', address, ...filters]);
    expect(stdout).toBe(wanted.get('people')?.toString());
  });

  it.each([
    ['no format', []],
    ['an unknown format', ['--format', 'xlsx']],
    ['threads for a single file', ['--format', 'gexf', '--jobs', '2']],
    ['an unknown kind', ['--format', 'gexf', '--kinds', 'MARTIAN']],
    ['a folder that is not there', ['--format', 'gexf', '-o', '/nowhere/at/all.gexf']],
  ])('refuses %s in one line', async (_what, args) => {
    const { status, stdout, stderr } = await runCli(['export', '--store', address, ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^diplograph: .+\n$/);
  });

  it('keeps the old file where the store refuses', async () => {
    const out = join(folder, 'kept.gexf');
    writeFileSync(out, 'old');
    writeFileSync(join(folder, 'no.db'), 'no database');
    const no = `sqlite:${join(folder, 'no.db')}`;
    const { status } = await runCli(['export', '--format', 'gexf', '-o', out, '--store', no]);
    expect([status, readFileSync(out, 'utf8')]).toEqual([4, 'old']);
  });
});
