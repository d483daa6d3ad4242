import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { endlessRead } from './endless-read.js';
import { askInParts, merged, person } from './read-parts.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const late = '{ entity(id: "person:nam-il") { id ... @defer { relations(first: 5) { nodes { id } } } } }';

/** A store that reads relations when the test says so, or fails. */
function heldRelations() {
  const held = { release: (): void => undefined };
  const wait = new Promise<void>((resolve) => {
    held.release = resolve;
  });
  const faulty = (store: GraphStore): Partial<GraphStore> => ({
    async relationPages(...question) {
      await wait;
      return store.relationPages(...question);
    },
  });
  return { held, faulty };
}

const inParts = 'multipart/mixed, application/json';

let server: TestServer;
afterEach(() => server.close());

describe('an answer in parts', () => {
  it('is the same as in one, put together, for who reads multipart/mixed or server-sent events', async () => {
    server = await startTestServer();
    const whole = await post(server, { query: person('') });
    expect(whole.body.errors).toBeUndefined();
    const answer = await askInParts(server, { query: person('@defer') });
    expect(answer.contentType).toContain('multipart/mixed');
    const parts = await answer.rest();
    expect(parts[0]).toMatchObject({ hasNext: true, data: { entity: { id: 'person:nam-il' } } });
    expect(parts[0].data.entity).not.toHaveProperty('relations');
    expect(parts.at(-1).hasNext).toBe(false);
    expect(merged(parts)).toEqual(whole.body.data);
    const events = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: person('@defer') }),
    });
    const told = [...(await events.text()).matchAll(/^data: (\{.*)$/gm)].map(([, data = '']) => JSON.parse(data));
    expect(merged(told)).toEqual(whole.body.data);
  });

  it.each([
    ['application/json', '@defer'],
    ['application/graphql-response+json', '@defer'],
    ['*/*', '@defer'],
    [inParts, '@defer(if: false)'],
  ])('comes whole to who accepts %s and asks %s', async (accept, defer) => {
    server = await startTestServer();
    const { status, headers, body } = await post(server, { query: person(defer) }, { accept });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(headers.get('content-type')).toContain('json');
    expect(body.data).toEqual((await post(server, { query: person('') })).body.data);
  });

  it('comes first without what takes long', async () => {
    const { held, faulty } = heldRelations();
    server = await startTestServer({ faulty });
    const answer = await askInParts(server, { query: late });
    expect(await answer.next()).toMatchObject({ data: { entity: { id: 'person:nam-il' } }, hasNext: true });
    held.release();
    expect(merged([{ data: { entity: {} } }, ...(await answer.rest())]).entity.relations.nodes).not.toEqual([]);
  });

  it('tells its estimate in the first part, and what an unexpected error says is masked and counted', async () => {
    server = await startTestServer({ faulty: () => ({ relationPages: () => Promise.reject(new Error('secret')) }) });
    const parts = await (await askInParts(server, { query: late })).rest();
    expect(parts[0].extensions.cost).toMatchObject({ estimate: 1 + 1 + 5, limit: 50_000 });
    expect(JSON.stringify(parts)).not.toContain('secret');
    expect(parts.flatMap(({ incremental = [] }) => incremental)).toMatchObject([
      { data: null, errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ]);
    expect(server.log.filter(({ msg }) => msg === 'unexpected error')).toHaveLength(1);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('{code="INTERNAL_SERVER_ERROR"} 1');
  });

  it('is one persisted document among others', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'diplograph-persisted-')), 'documents.json');
    writeFileSync(file, JSON.stringify({ late }));
    server = await startTestServer({ persistedDocuments: { file, only: true }, introspection: false });
    const parts = await (await askInParts(server, { documentId: 'late' })).rest();
    expect(merged(parts).entity.relations.nodes).not.toEqual([]);
  });
});

describe('what is deferred', () => {
  it.each([
    ['within a list', '{ entities { nodes { ... @defer { name } } } }'],
    [
      'by a fragment of a fragment',
      '{ nodes(ids: []) { ...A } } fragment A on Node { ...B @defer } fragment B on Node { id }',
    ],
    ['in a change', 'mutation { ... @defer { undo(id: "edit:1") { id } } }'],
    ['in a subscription', 'subscription { ingestProgress(job: "job:1") { ... @defer { state } } }'],
    [
      'under a name of another part',
      `{ stats { ... @defer(label: "a") { entities } ... @defer(label: "a") { documents } } }`,
    ],
    ['under a variable', 'query($l: String) { stats { ... @defer(label: $l) { entities } } }'],
    ['by @stream', '{ entities { nodes @stream(initialCount: 1) { id } } }'],
  ])('is refused %s', async (_where, query) => {
    server = await startTestServer();
    const { body } = await post(server, { query }, { accept: inParts });
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]?.message).toMatch(/@defer|@stream|[Ww]ithin a list/);
  });

  it('costs what it costs, with its fields, levels and directives', async () => {
    server = await startTestServer({
      faulty: () => ({ entityPages: () => Promise.reject(new Error('was asked')) }),
    });
    const dear = `{ stats { documents } ... @defer { entities(first: 100) { nodes { relations(first: 100) { nodes {
      evidence(first: 100) { nodes { quote } } } } } } } }`;
    const deep = `{ ... @defer { entities { ${'nodes { ... on Person { met { '.repeat(8)} nodes { id } ${'} } }'.repeat(8)} } } }`;
    const many = `{ stats { ${Array.from({ length: 25 }, (_, i) => `... @defer { a${i}: entities }`).join(' ')} } }`;
    for (const query of [dear, deep, many]) {
      const { body } = await post(server, { query }, { accept: inParts });
      expect(body.errors?.[0]?.extensions?.code).toBe('BAD_ARGUMENT');
    }
    expect(server.log.filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
  });

  it('runs within the time of the whole, and says so in its part', async () => {
    const { held, faulty } = heldRelations();
    server = await startTestServer({ faulty, executionLimits: { seconds: 0.2 } });
    const answer = await askInParts(server, { query: late });
    await answer.next();
    await pause(250);
    held.release();
    const rest = await answer.rest();
    expect(JSON.stringify(rest)).toContain('"code":"TIMED_OUT"');
  });

  it('holds its place among those that run at once until its last part', async () => {
    const { held, faulty } = heldRelations();
    server = await startTestServer({ faulty, executionLimits: { atOnce: 1, waiting: 0 } });
    const answer = await askInParts(server, { query: late });
    await answer.next();
    expect((await post(server, { query: '{ stats { documents } }' })).status).toBe(503);
    held.release();
    await answer.rest();
    expect((await post(server, { query: '{ stats { documents } }' })).status).toBe(200);
  });

  it('is stopped in the store when its client goes away, which leaves its place', async () => {
    const { faulty, isReading, hasStopped } = endlessRead('relationPages');
    server = await startTestServer({ faulty, executionLimits: { atOnce: 1, waiting: 0 } });
    const answer = await askInParts(server, { query: late });
    await answer.next();
    await isReading();
    answer.leave();
    expect(await hasStopped()).toMatchObject({ code: 'STOPPED' });
    let status = 503;
    while (status === 503) status = (await post(server, { query: '{ stats { documents } }' })).status;
    expect(status).toBe(200);
    expect(server.log.filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
  });
});
