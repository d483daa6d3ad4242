import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestJobRunner } from '../../src/cli/ingest-job-runner.js';
import { StoreUnavailableError } from '../../src/errors.js';
import { createIngestJobs } from '../../src/jobs/ingest-queue.js';
import { buildZipBomb } from '../ingest/sources/build-zip-bomb.js';
import { heldJobs } from '../jobs/held-runs.js';
import { jobsOn } from '../jobs/jobs-on.js';
import { eventStream } from './event-stream.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const adminToken = 'a-token-of-the-tests-1957';
const asAdmin = { authorization: `Bearer ${adminToken}` };
const bytes = { ...asAdmin, 'content-type': 'application/octet-stream' };

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which each test knows.
type Answer = any;

async function upload(server: TestServer, name: string, body: BodyInit, headers: Record<string, string> = bytes) {
  const response = await fetch(`${server.url}/ingest?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers,
    body,
  });
  return { status: response.status, body: await response.json() };
}

const progressOf = (id: string) =>
  `subscription { ingestProgress(job: "${id}") { state stage documentsDone error { code message cure }
     report { added unchanged documentIds } } }`;

/** All that is told of a job, up to its end. */
async function told(server: TestServer, id: string): Promise<Answer[]> {
  const stream = await eventStream(server, progressOf(id), asAdmin);
  const events: Answer[] = [];
  for (let event = await stream.next(); !event.done; event = await stream.next()) {
    events.push((event.value as Answer).data.ingestProgress);
  }
  return events;
}

const letter = (day: number) => `On ${day} May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.\n`;

describe('a server that takes documents in', () => {
  let server: TestServer;
  const defects: unknown[] = [];
  beforeAll(async () => {
    server = await startTestServer({ adminToken, jobs: (store) => jobsOn(store, defects) });
  });
  afterAll(() => server.close());
  const finished = async (name: string, body: BodyInit) => {
    const { status, body: answer } = await upload(server, name, body);
    expect([name, status]).toEqual([name, 202]);
    return (await told(server, answer.data.ingestDocument.id)).at(-1);
  };

  it('reads a file in a thread, answers meanwhile, and tells of it from the beginning to the end', async () => {
    const { status, body } = await upload(server, 'letter.txt', letter(1));
    expect([status, body.data.ingestDocument]).toEqual([
      202,
      { id: expect.stringMatching(/^job:/), name: 'letter.txt', state: 'RUNNING' },
    ]);
    const { id } = body.data.ingestDocument;
    const [events, asked] = await Promise.all([told(server, id), post(server, { query: '{ stats { documents } }' })]);
    expect(asked.body.errors).toBeUndefined();
    expect(events[0].state).toBe('RUNNING');
    expect(events.map(({ stage }) => stage)).toContain('EXTRACTING');
    expect(events.at(-1)).toMatchObject({ state: 'DONE', documentsDone: 1, report: { added: 1 } });
    const [documentId] = events.at(-1).report.documentIds;
    const found = await post(server, { query: `{ document(id: "${documentId}") { text } }` });
    expect(found.body.data).toEqual({ document: { text: letter(1) } });
  });

  it('takes ten at once, and reads all', async () => {
    const names = Array.from({ length: 10 }, (_, day) => `letter-${day}.txt`);
    const answers = await Promise.all(names.map((name, day) => upload(server, name, letter(day + 10))));
    expect(answers.map(({ status }) => status)).toEqual(names.map(() => 202));
    const last = await Promise.all(answers.map(({ body }) => told(server, body.data.ingestDocument.id)));
    expect(last.map((events) => [events.at(-1).state, events.at(-1).report.added])).toEqual(
      names.map(() => ['DONE', 1]),
    );
    const { body } = await post(
      server,
      { query: '{ jobs(last: 10) { nodes { name state progress startedAt finishedAt } } }' },
      asAdmin,
    );
    const { nodes } = (body.data as Answer).jobs;
    expect(nodes.map(({ name }: Answer) => name).sort()).toEqual(names);
    const times = nodes.map(({ startedAt, finishedAt }: Answer) => [startedAt, finishedAt]).sort();
    // One after another: none begins before the one before has ended.
    for (let at = 1; at < times.length; at += 1) expect(times[at][0] >= times[at - 1][1]).toBe(true);
  }, 240_000);

  it('fails what it cannot read with what to do, and stores nothing of it', async () => {
    const before = (await server.store.stats()).documents;
    const bomb = await buildZipBomb(300);
    for (const [name, body, about] of [
      ['bomb.docx', bomb, 'Unpacked it is larger than 256 MB'],
      ['picture.png', Buffer.from('\x89PNG\r\n\x1a\nnothing', 'latin1'), 'PNG'],
      ['broken.docx', bomb.subarray(0, 2_000), 'broken Word document'],
      ['empty.txt', Buffer.alloc(1, ' '), 'empty.txt'],
    ] as const) {
      const last = await finished(name, new Blob([new Uint8Array(body)]));
      expect([name, last.state, last.error?.message]).toEqual([name, 'FAILED', expect.stringContaining(about)]);
      expect(last.error.code).toMatch(/^(UNREADABLE_INPUT|UNSUPPORTED_INPUT|NOTHING_TO_READ)$/);
      expect(last.error.cure).toMatch(/\.$/);
    }
    expect((await server.store.stats()).documents).toBe(before);
    expect(defects).toEqual([]);
  }, 240_000);

  it('refuses what is larger than a job may have, whether it says so or not, and goes on', async () => {
    const hundred = new Uint8Array(100 * 1024 * 1024);
    const announced = await upload(server, 'large.bin', hundred).catch((error: unknown) => error);
    // The server may close while the client still sends: what matters is that it took nothing in.
    if (!(announced instanceof Error)) expect(announced).toMatchObject({ status: 413 });
    const unannounced = await fetch(`${server.url}/ingest?name=large.bin`, {
      method: 'POST',
      headers: bytes,
      body: new Blob([hundred]).stream(),
      ...({ duplex: 'half' } as object),
    }).catch((error: unknown) => error);
    if (unannounced instanceof Response) expect(unannounced.status).toBe(413);
    const { body } = await post(server, { query: '{ jobs(last: 1) { nodes { name } } }' }, asAdmin);
    expect((body.data as Answer).jobs.nodes).not.toEqual([{ name: 'large.bin' }]);
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain;charset=UTF-8',
    '',
  ])('refuses the type %j, which a page of another site can send', async (type) => {
    const { status, body } = await upload(server, 'x', new Blob([letter(1)]), { ...asAdmin, 'content-type': type });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_ARGUMENT']);
    expect(body.errors[0].extensions.cure).toContain('application/octet-stream');
  });

  it('lets no page of another site ask whether it may send', async () => {
    const preflight = await fetch(`${server.url}/ingest`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    expect((await fetch(`${server.url}/ingest`)).status).toBe(405);
  });

  it('takes nothing in from who is no editor, on either way', async () => {
    const created = await post(
      server,
      { query: 'mutation { createToken(name: "Ann", role: READER) { secret } }' },
      asAdmin,
    );
    const { secret } = (created.body.data as Answer).createToken;
    const asReader = { authorization: `Bearer ${secret}` };
    for (const [headers, status, code] of [
      [{}, 401, 'UNAUTHENTICATED'],
      [asReader, 403, 'FORBIDDEN'],
    ] as const) {
      const sent = await upload(server, 'x', letter(1), { ...headers, 'content-type': 'application/octet-stream' });
      expect([sent.status, sent.body.errors[0].extensions.code]).toEqual([status, code]);
      const asked = await post(server, { query: 'mutation { ingestDocument(input: {text: "x"}) { id } }' }, headers);
      expect([asked.status, asked.body.errors?.[0]?.extensions?.code]).toEqual([status, code]);
      const stream = await eventStream(server, progressOf('job:none'), headers);
      const { value } = await stream.next();
      expect((value as Answer).errors[0].extensions.code).toBe(code);
    }
  });
});

describe('a job that is under way', () => {
  const start = async () => {
    const held = heldJobs();
    const server = await startTestServer({ adminToken, jobs: () => held.jobs, stopTimeoutMs: 30_000 });
    const { body } = await upload(server, 'letter.txt', letter(1));
    return { held, server, id: body.data.ingestDocument.id as string };
  };
  const cancel = (server: TestServer, id: string) =>
    post(server, { query: `mutation { cancelIngest(id: "${id}") { id } }` }, asAdmin);

  it('is seen live by several, each step as it happens, until it is cancelled', async () => {
    const { held, server, id } = await start();
    const streams = await Promise.all([1, 2].map(() => eventStream(server, progressOf(id), asAdmin)));
    const next = async () =>
      Promise.all(streams.map(async (stream) => ((await stream.next()).value as Answer)?.data.ingestProgress));
    expect((await next()).map(({ state }) => state)).toEqual(['RUNNING', 'RUNNING']);
    const run = await held.run(0);
    for (const documentsDone of [1, 2]) {
      run.turn.tell({ documents: 3, documentsDone });
      expect((await next()).map((job) => job.documentsDone)).toEqual([documentsDone, documentsDone]);
    }
    expect((await cancel(server, id)).body.errors).toBeUndefined();
    expect((await next()).map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await Promise.all(streams.map(async (stream) => (await stream.next()).done))).toEqual([true, true]);
    await server.close();
  });

  it('is forgotten by who goes away: nothing is kept for them, and the server stops at once', async () => {
    const { held, server, id } = await start();
    const stream = await eventStream(server, progressOf(id), asAdmin);
    await stream.next();
    expect(held.jobs.watching).toBe(1);
    stream.leave();
    while (held.jobs.watching > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await server.close();
  });

  it.each([
    [
      'revoked',
      (made: Answer, server: TestServer) =>
        server.store.tokens.revoke(made.token.id, 'the operator', new Date().toISOString()),
    ],
    ['expired', () => pause(1_200)],
  ])('is told no longer to whose token is %s meanwhile, who is told so', async (what, end) => {
    const { held, server, id } = await start();
    const expiresAt = what === 'expired' ? `, expiresAt: "${new Date(Date.now() + 1_000).toISOString()}"` : '';
    const { body } = await post(
      server,
      { query: `mutation { createToken(name: "Short", role: EDITOR${expiresAt}) { secret token { id } } }` },
      asAdmin,
    );
    const made = body.data?.createToken as Answer;
    const theirs = await eventStream(server, progressOf(id), { authorization: `Bearer ${made.secret}` });
    const ours = await eventStream(server, progressOf(id), asAdmin);
    await Promise.all([theirs.next(), ours.next()]);
    await end(made, server);
    const { value } = await theirs.next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect((value as Answer).errors[0].message).toContain(what);
    expect((await theirs.next()).done).toBe(true);
    expect(held.jobs.watching).toBe(1);
    (await held.run(0)).turn.tell({ documents: 3, documentsDone: 1 });
    expect((await ours.next()).value).toMatchObject({ data: { ingestProgress: { documentsDone: 1 } } });
    ours.leave();
    await server.close();
  });

  it("goes on where the store can't be asked just now whether the token holds", async () => {
    const held = heldJobs();
    const lookups = { fail: false, count: 0 };
    const server = await startTestServer({
      adminToken,
      jobs: () => held.jobs,
      faulty: (store) => ({
        tokens: {
          ...store.tokens,
          find: async (tokenId) => {
            lookups.count += 1;
            if (lookups.fail) throw new StoreUnavailableError('It is away.', 'Wait.');
            return store.tokens.find(tokenId);
          },
        },
      }),
    });
    const { body } = await upload(server, 'letter.txt', letter(1));
    const created = await post(
      server,
      { query: 'mutation { createToken(name: "Long", role: EDITOR) { secret } }' },
      asAdmin,
    );
    const authorization = `Bearer ${(created.body as Answer).data.createToken.secret}`;
    const stream = await eventStream(server, progressOf(body.data.ingestDocument.id), { authorization });
    await stream.next();
    lookups.fail = true;
    const before = lookups.count;
    while (lookups.count < before + 2) await pause(20);
    (await held.run(0)).turn.tell({ documents: 3, documentsDone: 1 });
    expect((await stream.next()).value).toMatchObject({ data: { ingestProgress: { documentsDone: 1 } } });
    stream.leave();
    await server.close();
  });

  it('ends with the server, and so do those who look on, without the limit for requests under way', async () => {
    const { held, server, id } = await start();
    const stream = await eventStream(server, progressOf(id), asAdmin);
    await stream.next();
    await server.close();
    expect((await stream.next()).value).toMatchObject({ data: { ingestProgress: { state: 'CANCELLED' } } });
    expect((await stream.next()).done).toBe(true);
    expect((await held.run(0)).turn.signal.aborted).toBe(true);
  });

  it('is unknown under another identifier', async () => {
    const { server } = await start();
    expect((await cancel(server, 'job:none')).body.errors?.[0]?.extensions?.code).toBe('BAD_ARGUMENT');
    const { body } = await post(server, { query: '{ job(id: "job:none") { id } }' }, asAdmin);
    expect(body.data).toEqual({ job: null });
    const stream = await eventStream(server, progressOf('job:none'), asAdmin);
    expect(((await stream.next()).value as Answer).errors[0].extensions.code).toBe('BAD_ARGUMENT');
    await server.close();
  });
});

describe('a job that takes too much', () => {
  it('fails where it needs more memory than it may have, and the server lives on', async () => {
    const server = await startTestServer({
      adminToken,
      jobs: (store) =>
        createIngestJobs({
          run: ingestJobRunner({
            ...{ store, authorities: [], llm: undefined, maxHeapMb: 48 },
            fetchInto: () => Promise.reject(new Error('Nothing is to be fetched.')),
          }),
          checkUrl: () => undefined,
          defect: () => undefined,
        }),
    });
    const { body } = await upload(server, 'long.txt', letter(1).repeat(100_000));
    const last = (await told(server, body.data.ingestDocument.id)).at(-1);
    expect(last).toMatchObject({ state: 'FAILED', error: { code: 'UNREADABLE_INPUT' } });
    expect(last.error.message).toBe('long.txt takes more memory to read than a job may have.');
    expect((await post(server, { query: '{ stats { documents } }' })).body.errors).toBeUndefined();
    await server.close();
  }, 120_000);

  it('fails where nothing comes of it for too long', async () => {
    const server = await startTestServer({
      adminToken,
      jobs: (store) =>
        createIngestJobs({
          run: ingestJobRunner({
            ...{ store, authorities: [], llm: undefined, maxQuietMs: 1 },
            fetchInto: () => Promise.reject(new Error('Nothing is to be fetched.')),
          }),
          checkUrl: () => undefined,
          defect: () => undefined,
        }),
    });
    const { body } = await upload(server, 'slow.txt', letter(1));
    const last = (await told(server, body.data.ingestDocument.id)).at(-1);
    expect([last.state, last.error?.message]).toEqual(['FAILED', expect.stringContaining('slow.txt was not read')]);
    await server.close();
  });
});
