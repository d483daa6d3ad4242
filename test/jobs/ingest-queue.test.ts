import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { UnreadableInputError } from '../../src/errors.js';
import { checkedInputName } from '../../src/jobs/input-name.js';
import { maxInputBytes } from '../../src/jobs/spool.js';
import { emptyReport, type IngestJob } from '../../src/model/ingest-job.js';
import { chunks, heldJobs } from './held-runs.js';

let held: ReturnType<typeof heldJobs>;
beforeEach(() => {
  held = heldJobs();
});
afterEach(() => held.jobs.close());

const begin = (text = 'A letter.', name = 'letter.txt') =>
  held.jobs.begin({ name, by: 'Ann', content: { bytes: chunks(text) } });
/** The job's last state, once it has ended. */
async function ended(id: string): Promise<IngestJob> {
  let last: IngestJob | null = null;
  for await (const job of held.jobs.watch(id)) last = job;
  if (last === null) throw new Error('The job was never seen.');
  return last;
}

describe('jobs', () => {
  it('run one after another, in the order in which they were begun', async () => {
    const [first, second, third] = [await begin('one'), await begin('two'), await begin('three')];
    expect([first.state, second.state, third.state]).toEqual(['RUNNING', 'QUEUED', 'QUEUED']);
    for (const [number, job] of [first, second, third].entries()) {
      const run = await held.run(number);
      expect(run.text).toBe(['one', 'two', 'three'][number]);
      expect(held.runs).toHaveLength(number + 1);
      run.finish();
      expect(await ended(job.id)).toMatchObject({ state: 'DONE', error: null, finishedAt: expect.any(String) });
      expect(existsSync(dirname(run.input.scratchFile))).toBe(false);
    }
  });

  it('fail with the error that was thrown on purpose, and the next runs', async () => {
    const [first, second] = [await begin(), await begin()];
    (await held.run(0)).fail(new UnreadableInputError('letter.txt is broken.', 'Mend it.'));
    expect((await ended(first.id)).error).toEqual({
      code: 'UNREADABLE_INPUT',
      message: 'letter.txt is broken.',
      cure: 'Mend it.',
    });
    (await held.run(1)).finish();
    expect((await ended(second.id)).state).toBe('DONE');
    expect(held.defects).toEqual([]);
  });

  it('hide what nobody expected, and report it', async () => {
    const { id } = await begin();
    (await held.run(0)).fail(new Error('password=hunter2'));
    const { error } = await ended(id);
    expect(error?.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(error)).not.toContain('hunter2');
    expect(held.defects).toEqual([new Error('password=hunter2')]);
  });

  it('are refused when twenty are waiting, before their content is read', async () => {
    await begin();
    for (let count = 0; count < 20; count += 1) await begin();
    let isRead = false;
    const content = (async function* () {
      isRead = true;
      yield Buffer.from('one more');
    })();
    await expect(held.jobs.begin({ name: 'one more', by: 'Ann', content: { bytes: content } })).rejects.toMatchObject({
      code: 'BUSY',
    });
    expect(isRead).toBe(false);
  });

  it('count as waiting while their content comes in', async () => {
    let letGo = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const slow = () =>
      held.jobs.begin({
        ...{ name: 'slow', by: 'Ann' },
        content: {
          bytes: (async function* () {
            await gate;
            yield Buffer.from('slow');
          })(),
        },
      });
    const coming = Array.from({ length: 20 }, slow);
    await expect(begin()).rejects.toMatchObject({ code: 'BUSY' });
    letGo();
    await Promise.all(coming);
    expect((await begin()).state).toBe('QUEUED');
  });

  it('are refused where they are too large, and leave nothing behind', async () => {
    const mega = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const content = (async function* () {
      for (; sent <= 2 * maxInputBytes; sent += mega.length) yield mega;
    })();
    const refused = held.jobs.begin({ name: 'large.bin', by: 'Ann', content: { bytes: content } });
    await expect(refused).rejects.toMatchObject({ code: 'TOO_LARGE', message: 'large.bin is larger than 64 MB.' });
    expect(sent).toBeLessThan(maxInputBytes + 4 * mega.length);
    expect(held.jobs.list({ first: 10 }).items).toEqual([]);
  });

  it('are not begun with an address that is not allowed, or content that breaks off', async () => {
    await expect(
      held.jobs.begin({ name: 'x', by: 'Ann', content: { url: 'https://elsewhere.example/' } }),
    ).rejects.toThrow('It is not allowed.');
    const broken = (async function* () {
      yield Buffer.from('A lett');
      throw new Error('It broke off.');
    })();
    await expect(held.jobs.begin({ name: 'x', by: 'Ann', content: { bytes: broken } })).rejects.toThrow(
      'It broke off.',
    );
    const { id } = await held.jobs.begin({ name: 'x', by: 'Ann', content: { url: 'https://allowed.example/1' } });
    expect((await held.run(0)).input.source).toEqual({ url: 'https://allowed.example/1' });
    expect(held.jobs.list({ first: 10 }).items.map(({ cursor }) => cursor)).toEqual([id]);
  });

  it('are cancelled where they wait and where they run', async () => {
    const [running, waiting] = [await begin(), await begin()];
    expect(held.jobs.cancel(waiting.id)).toMatchObject({ state: 'CANCELLED', startedAt: null });
    const run = await held.run(0);
    run.turn.tell({ documents: 2, documentsDone: 1, report: { ...emptyReport, added: 1 } });
    held.jobs.cancel(running.id);
    expect(await ended(running.id)).toMatchObject({ state: 'CANCELLED', report: { added: 1 }, error: null });
    expect(held.jobs.cancel(running.id)?.state).toBe('CANCELLED');
    expect(held.jobs.cancel('job:none')).toBeNull();
    expect(held.runs).toHaveLength(1);
    await begin();
    (await held.run(1)).finish();
  });

  it('are paged in both directions', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await begin()).id);
    const idsOf = (page: ReturnType<typeof held.jobs.list>) => page.items.map(({ record }) => record.id);
    const first = held.jobs.list({ first: 2 });
    expect([idsOf(first), first.hasNextPage]).toEqual([ids.slice(0, 2), true]);
    const rest = held.jobs.list({ first: 5, after: ids[1] });
    expect([idsOf(rest), rest.hasNextPage]).toEqual([ids.slice(2), false]);
    expect(idsOf(held.jobs.list({ last: 2 }))).toEqual(ids.slice(3));
    expect(idsOf(held.jobs.list({ last: 2, before: ids[3] }))).toEqual(ids.slice(1, 3));
  });

  it('are met once each by who pages while others come and are cancelled, and where a cursor was forgotten', async () => {
    const staying: string[] = [];
    for (let count = 0; count < 6; count += 1) staying.push((await begin()).id);
    const passing = async () => held.jobs.cancel((await begin()).id);
    const there: string[] = [];
    for (let after: string | undefined; there.length < 10; ) {
      const { items, hasNextPage } = held.jobs.list({ first: 2, after });
      there.push(...items.map(({ cursor }) => cursor));
      if (!hasNextPage) break;
      after = items.at(-1)?.cursor;
      if (there.length < staying.length) await passing();
    }
    // Identifiers begin with the millisecond: this one is nobody's, as if its job had been forgotten.
    const back: string[] = [];
    for (let before: string | undefined = `${staying[5]}~`; before !== undefined; ) {
      const { items, hasPreviousPage } = held.jobs.list({ last: 2, before });
      back.unshift(...items.map(({ cursor }) => cursor));
      before = hasPreviousPage ? items[0]?.cursor : undefined;
      await passing();
    }
    for (const met of [there, back]) expect(met.filter((id) => staying.includes(id))).toEqual(staying);
    expect(new Set(there).size).toBe(there.length);
    expect(back).toEqual(staying);
  });

  it('are forgotten, the oldest first, when two hundred later ones have ended', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 202; count += 1) {
      const { id } = await begin('x');
      ids.push(id);
      (await held.run(count)).finish();
      await ended(id);
    }
    expect(ids.slice(0, 3).map((id) => held.jobs.job(id)?.state ?? null)).toEqual([null, null, 'DONE']);
  });
});

describe('who looks on', () => {
  it('sees each step that it is quick enough for, and always the last', async () => {
    const { id } = await begin();
    const run = await held.run(0);
    const watched = held.jobs.watch(id);
    expect((await watched.next()).value).toMatchObject({ state: 'RUNNING', documentsDone: 0 });
    run.turn.tell({ documents: 3, documentsDone: 1 });
    expect((await watched.next()).value).toMatchObject({ documentsDone: 1 });
    run.turn.tell({ documentsDone: 2 });
    run.turn.tell({ documentsDone: 3 });
    expect((await watched.next()).value).toMatchObject({ documentsDone: 3 });
    const next = watched.next();
    run.finish();
    expect((await next).value).toMatchObject({ state: 'DONE' });
    expect(await watched.next()).toEqual({ value: undefined, done: true });
    expect(held.jobs.watching).toBe(0);
  });

  it('leaves nothing behind when it goes away, even while it waits', async () => {
    const { id } = await begin();
    const watched = held.jobs.watch(id);
    await watched.next();
    const waiting = watched.next();
    expect(held.jobs.watching).toBe(1);
    await watched.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(held.jobs.watching).toBe(0);
  });

  it('is refused where a hundred do already', async () => {
    const { id } = await begin();
    const watching = Array.from({ length: 100 }, () => held.jobs.watch(id));
    expect(() => held.jobs.watch(id)).toThrow('Too many are looking on already.');
    for (const watched of watching) await watched.return?.();
    expect(held.jobs.watching).toBe(0);
  });

  it('is let go when the server stops, which cancels what runs and what waits', async () => {
    const [running, waiting] = [await begin(), await begin()];
    const seen = Promise.all([ended(running.id), ended(waiting.id)]);
    const run = await held.run(0);
    await held.jobs.close();
    expect((await seen).map(({ state }) => state)).toEqual(['CANCELLED', 'CANCELLED']);
    expect([held.jobs.watching, existsSync(dirname(dirname(run.input.scratchFile)))]).toEqual([0, false]);
    await expect(begin()).rejects.toMatchObject({ code: 'BUSY' });
  });
});

describe('the name of an input', () => {
  it.each([
    ['letter.txt', 'letter.txt'],
    ['a\n{"level":50}\u202eb', 'a {"level":50} b'],
    [' \u0000 ', 'document'],
    ['x'.repeat(300), 'x'.repeat(200)],
  ])('%j is one line: %j', (given, name) => {
    expect(checkedInputName(given)).toBe(name);
  });
});
