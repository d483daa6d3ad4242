import type { Worker } from 'node:worker_threads';
import { fromErrorMessage } from '../errors.js';
import { nextMessage, startThread } from '../start-thread.js';
import { finishImportFiles, type ImportFiles, type ImportPart, type WrittenFile } from '../store/neo4j/import-files.js';
import { withoutWriters } from '../store/sqlite/sqlite-whole-store.js';
import type { ImportThreadInput } from './import-files-thread.js';
import type { FromImportThread } from './import-parts.js';

/** A thread that is ready early finds another part. */
const partsOfThread = 4;

interface ImportRequest {
  readonly folder: string;
  /** How many threads. */
  readonly jobs: number;
  /** Called now and then with the number of documents that are written. */
  readonly told: (documents: number) => void;
  readonly stop: AbortSignal;
}

/** The next message of a thread that isn't a word on how far it is. */
function nextOf(thread: Worker, told: (documents: number) => void): Promise<FromImportThread> {
  return nextMessage<FromImportThread>(thread, (message) => {
    if (message.type === 'told') told(message.documents);
    return message.type === 'told';
  });
}

/** What isn't of documents is a part by itself, and the longest: it comes first. */
function partsFor(jobs: number): ImportPart[] {
  const of = jobs === 1 ? 1 : jobs * partsOfThread;
  return ['beside documents', ...Array.from({ length: of }, (_, index) => ({ index: index + 1, of }))];
}

/**
 * Writes files for neo4j-admin, parts of them in threads.
 *
 * @param openThread - Starts one whose life is `writePartsOf`.
 * @param whileOpening - Runs what it is given, in which all threads open the store.
 * @throws The signal's reason, when it aborts; files that are begun are left.
 */
export async function writeInThreads(
  openThread: () => Worker,
  whileOpening: (open: () => Promise<unknown>) => Promise<unknown>,
  { folder, jobs, told, stop }: ImportRequest,
): Promise<ImportFiles> {
  let documents = 0;
  const count = (more: number) => {
    documents += more;
    told(documents);
  };
  const parts = partsFor(jobs);
  const written: WrittenFile[] = [];
  const work = async (thread: Worker): Promise<void> => {
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      thread.postMessage(part);
      const answer = await nextOf(thread, count);
      if (answer.type === 'refused') {
        throw fromErrorMessage(answer.error);
      }
      if (answer.type === 'written') written.push(...answer.files);
    }
  };
  const threads = Array.from({ length: jobs }, openThread);
  const stopped = new Promise<never>((_, reject) => stop.addEventListener('abort', () => reject(stop.reason)));
  stopped.catch(() => undefined);
  try {
    await whileOpening(() => Promise.all(threads.map((thread) => nextOf(thread, count))));
    await Promise.race([Promise.all(threads.map(work)), stopped]);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return finishImportFiles(folder, written);
}

/** All that a store on SQLite holds at one moment. @param path - Of its file. */
export function writeImportFiles(path: string, request: ImportRequest): Promise<ImportFiles> {
  const workerData: ImportThreadInput = { path, folder: request.folder };
  return writeInThreads(
    () => startThread(new URL('./import-files-thread.js', import.meta.url), { workerData }),
    (open) => withoutWriters(path, open),
    request,
  );
}
