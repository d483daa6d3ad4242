import { DiplographError } from '../errors.js';
import type { GraphBatch } from '../model/records.js';
import type { GraphStore, PutOutcome } from '../store/graph-store.js';

/** Whichever is reached first ends a transaction: so many documents, characters of text, or milliseconds of waiting. */
const mostDocuments = 50;
const mostCharacters = 4_000_000;
const mostWaitMs = 1_000;

interface Waiting {
  readonly batch: GraphBatch;
  readonly resolve: (outcome: PutOutcome) => void;
  readonly reject: (error: unknown) => void;
}

function isOfStore(error: unknown): boolean {
  return error instanceof DiplographError && error.code.startsWith('STORE_');
}

/**
 * Writes documents several in a transaction: one writer, however many read. What isn't written when a process is
 * killed is read again by the next. Those of a first load are kept, until the store's `finishLoad` writes their graphs.
 */
export class DocumentWriter {
  readonly #store: GraphStore;
  #waiting: Waiting[] = [];
  #characters = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: GraphStore) {
    this.#store = store;
  }

  /** Resolves once the document is stored. */
  put(batch: GraphBatch): Promise<PutOutcome> {
    const stored = new Promise<PutOutcome>((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
    });
    this.#characters += batch.text.length;
    if (this.#waiting.length >= mostDocuments || this.#characters >= mostCharacters) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), mostWaitMs);
    return stored;
  }

  /** Writes what waits. Resolves when all that was put is written or refused. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const together = this.#waiting;
    this.#waiting = [];
    this.#characters = 0;
    if (together.length > 0) this.#writing = this.#writing.then(() => this.#write(together));
    return this.#writing;
  }

  async #write(together: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#store.keepDocuments(together.map(({ batch }) => batch));
      together.forEach(({ resolve }, index) => {
        resolve(outcomes[index] ?? 'unchanged');
      });
    } catch (error) {
      if (isOfStore(error) || together.length === 1) {
        for (const { reject } of together) reject(error);
        return;
      }
      // One that is refused must not keep the others out.
      for (const one of together) await this.#write([one]);
    }
  }
}
