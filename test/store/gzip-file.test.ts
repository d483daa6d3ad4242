import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, it } from '@jest/globals';
import { GzipFile } from '../../src/store/neo4j/gzip-file.js';

const folder = mkdtempSync(join(tmpdir(), 'diplograph-gzip-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Where a member begins: its magic number, the method and no flags. */
const member = Buffer.from([0x1f, 0x8b, 8, 0]);

it.each([
  ['nothing', []],
  ['one piece', ['Нам Ир said:\n"so"\n']],
  ['several pieces', ['a'.repeat(100_000), '', 'Пузанов\n'.repeat(5_000), 'z']],
])('%s is read back, and is one member', (_, pieces) => {
  const path = join(folder, 'file.gz');
  const file = new GzipFile(path);
  for (const piece of pieces) file.write(piece);
  file.close();
  const bytes = readFileSync(path);
  expect(gunzipSync(bytes).toString()).toBe(pieces.join(''));
  expect(bytes.lastIndexOf(member)).toBe(0);
});
