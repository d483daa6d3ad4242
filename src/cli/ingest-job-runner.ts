import type { Worker } from 'node:worker_threads';
import type { LlmConfig } from '../config.js';
import { fromErrorMessage, UnreadableInputError } from '../errors.js';
import type { JobInput, JobTurn } from '../jobs/ingest-jobs.js';
import { startThread } from '../start-thread.js';
import type { GraphStore } from '../store/graph-store.js';
import { emptyIngestSummary, ingestReport, summarizeDocument } from './ingest-summary.js';
import type { FromThread, ThreadInput, ToThread } from './ingest-thread-messages.js';

export interface RunnerOptions {
  readonly store: GraphStore;
  readonly authorities: readonly string[];
  readonly llm: LlmConfig | undefined;
  /** Writes what is at an allowed address into a file. @returns the charset that its server names. */
  fetchInto(url: string, file: string, signal: AbortSignal): Promise<string | null>;
  /** Without a document for so long, a job is given up; a language model may take ten minutes for one. */
  readonly maxQuietMs?: number;
  /** Of the thread's own memory. The largest volume takes a third of it. */
  readonly maxHeapMb?: number;
}

const defaultMaxQuietMs = 15 * 60_000;
const defaultMaxHeapMb = 1_024;

function threadError(error: unknown, { name }: JobInput): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  return new UnreadableInputError(
    `${name} takes more memory to read than a job may have.`,
    'Split it into its documents, or read it on the server with "diplograph ingest".',
    { cause: error },
  );
}

/**
 * Reads one input in a thread of its own, which does all that takes time, and stores here what it gives: one store, one
 * connection, and each document in one transaction.
 */
export function ingestJobRunner(options: RunnerOptions): (input: JobInput, turn: JobTurn) => Promise<void> {
  const { store, authorities, llm, maxQuietMs = defaultMaxQuietMs, maxHeapMb = defaultMaxHeapMb } = options;

  async function answer(message: FromThread, { tell }: JobTurn, progress: Progress): Promise<ToThread | null> {
    const { summary, documentIds } = progress;
    const done = () => {
      progress.done += 1;
      tell({ documentsDone: progress.done, report: ingestReport(summary, documentIds) });
    };
    switch (message.type) {
      case 'found':
        tell({ stage: 'EXTRACTING', documents: message.documents });
        return null;
      case 'document': {
        const [stored] = await store.fingerprints([message.id]);
        if (stored !== message.fingerprint) return { isKnown: false };
        const [node] = await store.nodes([message.id]);
        if (node?.type === 'document') summarizeDocument(summary, 'unchanged', node.record.coverage);
        documentIds.push(message.id);
        done();
        return { isKnown: true };
      }
      case 'batch': {
        const { batch } = message;
        const { coverage, id } = batch.document;
        const outcome = await store.putDocument(batch);
        if (coverage.model?.failure !== undefined) summary.incomplete += 1;
        summarizeDocument(summary, outcome, coverage, batch);
        documentIds.push(id);
        done();
        return { isKnown: true };
      }
      case 'refused':
        throw fromErrorMessage(message.error);
      case 'done':
        return null;
    }
  }

  function inThread(thread: Worker, input: JobInput, turn: JobTurn): Promise<void> {
    const progress: Progress = { summary: emptyIngestSummary(), documentIds: [], done: 0 };
    return new Promise((resolve, reject) => {
      let answering: Promise<void> = Promise.resolve();
      let quiet: NodeJS.Timeout | undefined;
      const end = (settle: () => void): void => {
        clearTimeout(quiet);
        turn.signal.removeEventListener('abort', abort);
        // A document that is being written goes through before the job is over.
        void Promise.all([thread.terminate(), answering.catch(() => undefined)]).then(settle);
      };
      const fail = (error: unknown): void => end(() => reject(error));
      const abort = (): void => fail(turn.signal.reason);
      const watch = (): void => {
        clearTimeout(quiet);
        quiet = setTimeout(() => {
          const minutes = Math.ceil(maxQuietMs / 60_000);
          fail(
            new UnreadableInputError(
              `A document of ${input.name} was not read after ${minutes} minutes.`,
              'Split it into smaller documents.',
            ),
          );
        }, maxQuietMs);
      };
      thread.on('message', (message: FromThread) => {
        if (turn.signal.aborted) return;
        watch();
        if (message.type === 'done') end(resolve);
        else {
          answering = answer(message, turn, progress).then((reply) => {
            if (reply !== null) thread.postMessage(reply);
          });
          answering.catch(fail);
        }
      });
      thread.once('error', (error) => fail(threadError(error, input)));
      thread.once('exit', (code) => fail(new Error(`The thread that read ${input.name} ended with ${code}.`)));
      turn.signal.addEventListener('abort', abort, { once: true });
      watch();
    });
  }

  return async (input, turn) => {
    let charset: string | null = null;
    const file = 'url' in input.source ? input.scratchFile : input.source.file;
    if ('url' in input.source) {
      turn.tell({ stage: 'FETCHING' });
      charset = await options.fetchInto(input.source.url, file, turn.signal);
    }
    turn.signal.throwIfAborted();
    turn.tell({ stage: 'READING' });
    const workerData: ThreadInput = { name: input.name, file, charset, authorities, llm };
    const thread = startThread(new URL('./ingest-thread.js', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    });
    await inThread(thread, input, turn);
  };
}

interface Progress {
  readonly summary: ReturnType<typeof emptyIngestSummary>;
  readonly documentIds: string[];
  done: number;
}
