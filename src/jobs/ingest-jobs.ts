import type { IngestJob, IngestReport, JobStage } from '../model/ingest-job.js';
import type { Page, PageRequest } from '../store/graph-store.js';

/** What is to be read: bytes as they come, or the address at which they are. */
export type IngestContent = { readonly bytes: AsyncIterable<Uint8Array> } | { readonly url: string };

export interface NewJob {
  /** Of the input, for messages. */
  readonly name: string;
  readonly by: string;
  readonly content: IngestContent;
}

/** Input whose turn has come: a file that is there for as long as the job runs, or an address. */
export interface JobInput {
  readonly name: string;
  readonly source: { readonly file: string } | { readonly url: string };
  /** A file that doesn't exist yet, for what the job fetches. */
  readonly scratchFile: string;
}

export interface JobProgress {
  readonly stage?: JobStage;
  readonly documents?: number;
  readonly documentsDone?: number;
  readonly report?: IngestReport;
}

/** What a running job is given. */
export interface JobTurn {
  tell(progress: JobProgress): void;
  /** Aborted when the job is cancelled or the server stops; the run is to end without another write. */
  readonly signal: AbortSignal;
}

/**
 * Documents that come in over the network, read one after another beside the requests. Jobs are kept in memory: they
 * end with the process, and what they have stored stays.
 */
export interface IngestJobs {
  /**
   * Takes the content in, and puts a job for it into the queue.
   *
   * @throws {BusyError} when too many are waiting, before anything of the content is read.
   * @throws {DiplographError} TOO_LARGE for more bytes than a job may have.
   * @throws {BadArgumentError} for an address that isn't allowed.
   */
  begin(job: NewJob): Promise<IngestJob>;

  /** `null` for an identifier that is unknown, or forgotten. */
  job(id: string): IngestJob | null;

  /** In the order in which they were begun; the sort key is the identifier. */
  list(page: PageRequest): Page<IngestJob>;

  /** Takes a job out of the queue, or stops it between two documents. A finished one stays as it is. */
  cancel(id: string): IngestJob | null;

  /**
   * The job as it stands, and again whenever it has changed, up to its end. Who reads slowly misses steps, never the last.
   *
   * @throws {BusyError} when too many look on.
   */
  watch(id: string): AsyncIterableIterator<IngestJob>;

  /** How many look on. */
  readonly watching: number;

  /** Cancels all, lets the document that is being written go through, and ends all that look on. */
  close(): Promise<void>;
}
