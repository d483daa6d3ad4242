import { join } from 'node:path';
import { timeOrderedId } from '../access/time-ordered-id.js';
import { BusyError, DiplographError, toErrorMessage } from '../errors.js';
import { emptyReport, type IngestJob, isFinished, type JobError } from '../model/ingest-job.js';
import type { PageRequest } from '../store/graph-store.js';
import { pageFromRows, pageWindow } from '../store/page-from-rows.js';
import type { IngestContent, IngestJobs, JobInput, JobTurn, NewJob } from './ingest-jobs.js';
import { createSpool, limitedTo, type Spool } from './spool.js';
import { Watchers } from './watchers.js';

/** Beside the one that runs, those included whose content is still coming in. */
const mostWaiting = 20;
/** Finished ones that are remembered; a report of a volume of 300 documents has about 20 kB. */
const mostKept = 200;

export interface QueueOptions {
  /** Reads one input; stores what it finds, a document at a time. */
  run(input: JobInput, turn: JobTurn): Promise<void>;
  /** @throws {BadArgumentError} for an address that may not be fetched. */
  checkUrl(url: string): void;
  /** Told of what nobody expected, which the job's error doesn't show. */
  defect(error: unknown, job: IngestJob): void;
}

interface Waiting {
  readonly id: string;
  readonly source: JobInput['source'];
  readonly folder: string;
}

const now = () => new Date().toISOString();

function jobError(error: unknown): JobError {
  if (error instanceof DiplographError) return toErrorMessage(error);
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: 'Something unexpected went wrong.',
    cure: "Report it with the job's identifier: it leads to the line of the log that explains it.",
  };
}

class IngestQueue implements IngestJobs {
  readonly #options: QueueOptions;
  readonly #spool: Spool = createSpool();
  readonly #jobs = new Map<string, IngestJob>();
  readonly #watchers = new Watchers();
  readonly #waiting: Waiting[] = [];
  #comingIn = 0;
  #running: { readonly id: string; readonly stop: AbortController; readonly ended: Promise<void> } | null = null;
  #isClosed = false;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  get watching(): number {
    return this.#watchers.size;
  }

  async begin({ name, by, content }: NewJob): Promise<IngestJob> {
    if (this.#isClosed) throw new BusyError('The server is stopping.');
    if (this.#comingIn + this.#waiting.length >= mostWaiting) throw new BusyError('Too many documents are waiting.');
    if ('url' in content) this.#options.checkUrl(content.url);
    this.#comingIn += 1;
    try {
      return await this.#takeIn(name, by, content);
    } finally {
      this.#comingIn -= 1;
    }
  }

  job(id: string): IngestJob | null {
    return this.#jobs.get(id) ?? null;
  }

  list(request: PageRequest) {
    const { direction, beyond, take } = pageWindow(request);
    const all = [...this.#jobs.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const isForward = direction === 'forward';
    const rest = all.filter(({ id }) => beyond === null || (isForward ? id > beyond : id < beyond));
    const rows = isForward ? rest.slice(0, take) : rest.slice(-take);
    return pageFromRows(
      rows.map((record) => ({ record, cursor: record.id })),
      request,
    );
  }

  cancel(id: string): IngestJob | null {
    const at = this.#waiting.findIndex((waiting) => waiting.id === id);
    const [waiting] = at < 0 ? [] : this.#waiting.splice(at, 1);
    if (waiting !== undefined) {
      void this.#spool.discard(waiting.folder);
      this.#finish(id, 'CANCELLED');
    } else if (this.#running?.id === id) this.#running.stop.abort();
    return this.job(id);
  }

  watch(id: string): AsyncIterableIterator<IngestJob> {
    return this.#watchers.watch(id, () => this.job(id));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { id } of [...this.#waiting]) this.cancel(id);
    this.#running?.stop.abort();
    await this.#running?.ended;
    this.#watchers.end();
    await this.#spool.close();
  }

  async #takeIn(name: string, by: string, content: IngestContent): Promise<IngestJob> {
    const folder = await this.#spool.folder();
    let source: JobInput['source'];
    if ('url' in content) source = content;
    else {
      source = { file: join(folder, 'input') };
      try {
        await this.#spool.write(limitedTo(content.bytes, name), source.file);
      } catch (error) {
        await this.#spool.discard(folder);
        throw error;
      }
    }
    if (this.#isClosed) throw new BusyError('The server is stopping.');
    const id = `job:${timeOrderedId()}`;
    const job: IngestJob = {
      ...{ id, name, by, state: 'QUEUED', stage: 'WAITING', documents: null, documentsDone: 0 },
      ...{ queuedAt: now(), startedAt: null, finishedAt: null, report: emptyReport, error: null },
    };
    this.#jobs.set(id, job);
    this.#waiting.push({ id, source, folder });
    this.#startNext();
    return this.#jobs.get(id) ?? job;
  }

  #startNext(): void {
    if (this.#running !== null || this.#isClosed) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const stop = new AbortController();
    this.#change(next.id, { state: 'RUNNING', startedAt: now() });
    const ended = this.#run(next, stop.signal).finally(() => {
      this.#running = null;
      this.#startNext();
    });
    this.#running = { id: next.id, stop, ended };
  }

  async #run({ id, source, folder }: Waiting, signal: AbortSignal): Promise<void> {
    const name = this.#jobs.get(id)?.name ?? '';
    const turn: JobTurn = { signal, tell: (progress) => this.#change(id, progress) };
    try {
      await this.#options.run({ name, source, scratchFile: join(folder, 'fetched') }, turn);
      await this.#spool.discard(folder);
      this.#finish(id, 'DONE');
    } catch (error) {
      await this.#spool.discard(folder).catch(() => undefined);
      this.#fail(id, error, signal.aborted);
    }
  }

  /** What a job that is being stopped breaks off is no failure. */
  #fail(id: string, error: unknown, isStopped: boolean): void {
    const job = this.#jobs.get(id);
    if (isStopped || job === undefined) {
      this.#finish(id, 'CANCELLED');
      return;
    }
    if (!(error instanceof DiplographError)) this.#options.defect(error, job);
    this.#finish(id, 'FAILED', jobError(error));
  }

  #change(id: string, change: Partial<IngestJob>): void {
    const job = this.#jobs.get(id);
    if (job === undefined || isFinished(job)) return;
    this.#jobs.set(id, { ...job, ...change });
    this.#watchers.tell(id);
  }

  #finish(id: string, state: 'DONE' | 'FAILED' | 'CANCELLED', error: JobError | null = null): void {
    this.#change(id, { state, stage: 'FINISHED', finishedAt: now(), error });
    const finished = [...this.#jobs.values()].filter(isFinished);
    for (const { id: oldest } of finished.slice(0, Math.max(0, finished.length - mostKept))) this.#jobs.delete(oldest);
  }
}

export function createIngestJobs(options: QueueOptions): IngestJobs {
  return new IngestQueue(options);
}
