import type { Worker } from 'node:worker_threads';
import type { Pipeline } from '../../ingest/pipeline.js';
import type { SourceDocument } from '../../ingest/sources/source.js';
import type { LlmConfig } from '../config.js';
import { type ErrorMessage, fromErrorMessage } from '../errors.js';
import type { GraphBatch } from '../model/records.js';
import { nextMessage, startThread } from '../start-thread.js';

export interface ExtractionThreadInput {
  readonly authorities: readonly string[];
  readonly llm: LlmConfig | undefined;
}

/**
 * To a thread. A volume's list of persons comes once, with its first document: what is made of it is kept for the others,
 * and each copy of a message is another list.
 */
export interface ToExtractionThread {
  readonly document: SourceDocument;
  /** Whether the list is that of the document before, and left out here. */
  readonly hasListBefore: boolean;
}

export type FromExtractionThread =
  | { readonly type: 'batch'; readonly batch: GraphBatch }
  /** An error thrown on purpose. */
  | { readonly type: 'refused'; readonly error: ErrorMessage }
  | { readonly type: 'broken'; readonly error: unknown };

/** Documents to what a store takes, several at once. */
export interface Extraction {
  /** Waits until one more document can be taken: who reads never runs ahead of who extracts. */
  ready(): Promise<void>;
  extract(document: SourceDocument): Promise<GraphBatch>;
  close(): Promise<void>;
}

/** In this thread. */
function extractionHere(pipeline: Pipeline): Extraction {
  return {
    ready: async () => undefined,
    extract: async (document) => pipeline.resolve(await pipeline.extract(document), document),
    close: async () => undefined,
  };
}

type PersonList = NonNullable<SourceDocument['edition']>['authority'];

class ExtractionPool implements Extraction {
  readonly #lists = new Map<Worker, PersonList>();
  readonly #threads: readonly Worker[];
  readonly #idle: Worker[];
  readonly #wanting: ((thread: Worker) => void)[] = [];

  constructor(jobs: number, workerData: ExtractionThreadInput) {
    this.#threads = Array.from({ length: jobs }, () =>
      startThread(new URL('./extraction-thread.js', import.meta.url), { workerData }),
    );
    this.#idle = [...this.#threads];
  }

  async ready(): Promise<void> {
    this.#release(await this.#take());
  }

  async extract(document: SourceDocument): Promise<GraphBatch> {
    const thread = await this.#take();
    const next = nextMessage<FromExtractionThread>(thread);
    thread.postMessage(this.#messageTo(thread, document));
    const answer = await next;
    this.#release(thread);
    if (answer.type === 'batch') return answer.batch;
    if (answer.type === 'broken') throw answer.error;
    throw fromErrorMessage(answer.error);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #messageTo(thread: Worker, document: SourceDocument): ToExtractionThread {
    const { edition } = document;
    if (edition === undefined) return { document, hasListBefore: false };
    const hasListBefore = this.#lists.get(thread) === edition.authority;
    this.#lists.set(thread, edition.authority);
    return {
      document: hasListBefore ? { ...document, edition: { ...edition, authority: [] } } : document,
      hasListBefore,
    };
  }

  #take(): Promise<Worker> {
    const thread = this.#idle.pop();
    return thread === undefined ? new Promise((resolve) => this.#wanting.push(resolve)) : Promise.resolve(thread);
  }

  #release(thread: Worker): void {
    const next = this.#wanting.shift();
    if (next === undefined) this.#idle.push(thread);
    else next(thread);
  }
}

/** @param jobs - How many threads; one extracts where it was called. */
export function openExtraction(jobs: number, pipeline: Pipeline, input: ExtractionThreadInput): Extraction {
  return jobs === 1 ? extractionHere(pipeline) : new ExtractionPool(jobs, input);
}
