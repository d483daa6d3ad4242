import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { schema } from '../../schema/schema.js';
import { readPersistedDocuments } from '../../src/server/persisted-documents.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const digest = (document: string) => createHash('sha256').update(document).digest('hex');
const named = 'query ($id: ID!) { entity(id: $id) { name } }';
const count = '{ stats { documents } }';
const change = 'mutation { __typename }';
const id = `sha256:${digest(named)}`;
const variables = { id: 'person:nam-il' };

const folder = mkdtempSync(join(tmpdir(), 'diplograph-documents-'));
const write = (content: unknown): string => {
  const file = join(folder, `${digest(JSON.stringify(content)).slice(0, 8)}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
afterAll(() => rmSync(folder, { recursive: true }));
const file = write({ [id]: named, [digest(count)]: count, change });

describe.each([true, false])('persisted documents, and nothing else: %s', (only) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ persistedDocuments: { file, only } });
  });
  afterAll(() => server.close());
  const get = (search: Record<string, string>) =>
    fetch(`${server.url}/graphql?${new URLSearchParams(search)}`, {
      headers: { accept: 'application/graphql-response+json' },
    });

  it('run by their identifiers with variables, by POST and GET', async () => {
    const posted = await post(server, { documentId: id, variables });
    expect([posted.status, posted.body.data]).toEqual([200, { entity: { name: 'Nam Il' } }]);
    const response = await get({ documentId: id, variables: JSON.stringify(variables) });
    expect([response.status, await response.json()]).toMatchObject([200, { data: { entity: { name: 'Nam Il' } } }]);
  });

  it('run where the file has the bare digest, as some tools write it', async () => {
    const { body } = await post(server, { documentId: `sha256:${digest(count)}` });
    expect(body.data).toEqual({ stats: { documents: expect.any(Number) } });
  });

  it('cost what they cost when they are sent', async () => {
    expect((await post(server, { documentId: id, variables })).body.extensions?.cost).toMatchObject({ estimate: 1 });
  });

  it('are refused where there is none of this identifier', async () => {
    const { status, body } = await post(server, { documentId: `sha256:${digest('{ other }')}` });
    expect([status, body.errors?.length, body.errors?.[0]?.extensions?.code]).toEqual([404, 1, 'UNKNOWN_DOCUMENT']);
    for (const other of ['__proto__', 'toString', '']) {
      expect((await post(server, { documentId: other })).body.data).toBeUndefined();
    }
  });

  it('that change something do not run by GET', async () => {
    expect((await get({ documentId: 'change' })).status).toBe(405);
    expect((await post(server, { documentId: 'change' })).status).toBe(200);
  });

  it(only ? 'keep others out' : 'leave room for others', async () => {
    const { status, body } = await post(server, { query: count });
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual(only ? [403, 'ONLY_PERSISTED'] : [200, undefined]);
    const disguised = await post(server, { query: count, documentId: id, variables });
    expect(disguised.status).toBe(only ? 403 : 200);
    const empty = await post(server, {});
    expect([empty.status, empty.body.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_ARGUMENT']);
  });
});

describe('a file of persisted documents', () => {
  it.each([
    ['that is no JSON', '{'],
    ['of a list', [named]],
    ['of numbers', { a: 1 }],
    ['with a document that does not fit the schema', { a: '{ nothing }' }],
    ['with a document that is none', { a: 'query {' }],
    ['with the digest of another document', { [id]: count }],
    ['with an identifier of another kind', { 'md5:abc': count }],
  ])('%s is refused at the start', (_what, content) => {
    expect(() => readPersistedDocuments(write(content), schema)).toThrow(
      expect.objectContaining({ code: 'BAD_CONFIGURATION', message: expect.stringContaining(folder) }),
    );
  });

  it('that is missing too', () => {
    expect(() => readPersistedDocuments(join(folder, 'none.json'), schema)).toThrow('holds no persisted documents');
  });
});
