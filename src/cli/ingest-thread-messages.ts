import type { LlmConfig } from '../config.js';
import type { ErrorMessage } from '../errors.js';
import type { GraphBatch } from '../model/records.js';

/** What a thread is started with: one input, and how it is to be read. */
export interface ThreadInput {
  readonly name: string;
  readonly file: string;
  /** The encoding that whoever sent it names. */
  readonly charset: string | null;
  readonly authorities: readonly string[];
  readonly llm: LlmConfig | undefined;
}

/** From the thread. After a document and after a batch it waits for the reply: it never runs ahead of the store. */
export type FromThread =
  | { readonly type: 'found'; readonly documents: number }
  | { readonly type: 'document'; readonly id: string; readonly fingerprint: string }
  | { readonly type: 'batch'; readonly batch: GraphBatch }
  | { readonly type: 'done' }
  /** An error thrown on purpose; any other comes as the thread's own. */
  | { readonly type: 'refused'; readonly error: ErrorMessage };

/** To the thread: whether the store has the document already, read by the same pipeline from the same text. */
export interface ToThread {
  readonly isKnown: boolean;
}
