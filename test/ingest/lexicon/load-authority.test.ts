import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAuthority } from '../../../ingest/lexicon/load-authority.js';
import { UnreadableInputError } from '../../../src/errors.js';

const moscow = '{"id":"place:moscow","kind":"PLACE","name":"Moscow","aliases":["Moskva"],"placeType":"city"}';
const kiev = '{"id":"place:kiev","kind":"PLACE","name":"Kiev"}';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authority-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(content: string | Uint8Array): string {
  const path = join(folder, 'places.jsonl');
  writeFileSync(path, content);
  return path;
}

function errorOf(read: () => unknown): UnreadableInputError {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableInputError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('readAuthority', () => {
  it('reads one record a line, in the order of the file', () => {
    expect(readAuthority(file(`${moscow}\n${kiev}\n`))).toEqual([
      { id: 'place:moscow', kind: 'PLACE', name: 'Moscow', aliases: ['Moskva'], placeType: 'city' },
      { id: 'place:kiev', kind: 'PLACE', name: 'Kiev', aliases: [] },
    ]);
  });

  it('takes what editors do to files: a byte order mark, CRLF, empty lines, no last line end', () => {
    expect(readAuthority(file(`\uFEFF${moscow}\r\n\r\n  \r\n${kiev}`)).map(({ id }) => id)).toEqual([
      'place:moscow',
      'place:kiev',
    ]);
  });

  it.each([
    ['no JSON', '{"id":', /no JSON object/],
    ['an array', '[]', /the record/],
    ['no name', '{"id":"place:riga","kind":"PLACE"}', /"name"/],
    ['an empty alias', '{"id":"place:riga","kind":"PLACE","name":"Riga","aliases":[" "]}', /"aliases\.0"/],
    ['an unknown kind', '{"id":"place:riga","kind":"TOWN","name":"Riga"}', /"kind"/],
    ['an id of another kind', '{"id":"person:riga","kind":"PLACE","name":"Riga"}', /"id": must begin with the prefix/],
    ['an empty id', '{"id":" ","kind":"PLACE","name":"Riga"}', /"id"/],
    ['a field nobody knows', '{"id":"place:riga","kind":"PLACE","name":"Riga","alias":["Ryga"]}', /alias/],
    ['a day that is none', '{"id":"event:a","kind":"EVENT","name":"A","date":"1957-02-30"}', /"date"/],
  ])('names file, line and field where a line holds %s', (_, line, message) => {
    const path = file(`${moscow}\n\n${line}\n`);
    const error = errorOf(() => readAuthority(path));
    expect(error.message).toContain(`${path}:3`);
    expect(error.message).toMatch(message);
  });

  it('refuses a file in another encoding than UTF-8', () => {
    const path = file(Buffer.from('{"id":"place:besançon","kind":"PLACE","name":"Besançon"}', 'latin1'));
    const { message, cure } = errorOf(() => readAuthority(path));
    expect(message).toContain(path);
    expect(cure).toContain('UTF-8');
  });

  it('names both places of an identifier that stands twice', () => {
    const path = file(`${moscow}\n${kiev}\n${moscow}\n`);
    const { message } = errorOf(() => readAuthority(path));
    expect(message).toContain(`${path}:1`);
    expect(message).toContain(`${path}:3`);
  });

  it('says which file it could not read', () => {
    const path = join(folder, 'missing.jsonl');
    expect(errorOf(() => readAuthority(path)).message).toContain(path);
  });
});
