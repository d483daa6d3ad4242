import type { MaybePromise } from './maybe-promise.js';

/** What is asked for together. */
interface Batch {
  readonly keys: Set<string>;
  /** Settled when all of them are there. */
  readonly done: Promise<void>;
}

/**
 * What is read by keys: all that is asked for before the promises of the moment are settled is read by one call, each
 * key once. As Facebook's DataLoader does it, except that what is there is given as it is, and that many keys can be
 * waited for by one promise.
 */
export class BatchedReads<Value> {
  readonly #read: (keys: readonly string[]) => Promise<readonly Value[]>;
  readonly #known = new Map<string, Value>();
  readonly #coming = new Map<string, Batch>();
  #gathering: Batch | null = null;

  /** @param read - Gives a value for each key, in their order. */
  constructor(read: (keys: readonly string[]) => Promise<readonly Value[]>) {
    this.#read = read;
  }

  load(key: string): MaybePromise<Value> {
    if (this.#known.has(key)) return this.#known.get(key) as Value;
    return this.#batchOf(key).done.then(() => this.#known.get(key) as Value);
  }

  /** @returns `null` where all are there already. */
  loadAll(keys: Iterable<string>): Promise<unknown> | null {
    const batches = new Set<Batch>();
    for (const key of keys) if (!this.#known.has(key)) batches.add(this.#batchOf(key));
    return batches.size === 0 ? null : Promise.all([...batches].map(({ done }) => done));
  }

  /** Takes in what came another way; what is known already stays. */
  see(key: string, value: Value): void {
    if (!this.#known.has(key)) this.#known.set(key, value);
  }

  #batchOf(key: string): Batch {
    const coming = this.#coming.get(key);
    if (coming) return coming;
    const batch = this.#gathering ?? this.#gather();
    batch.keys.add(key);
    this.#coming.set(key, batch);
    return batch;
  }

  #gather(): Batch {
    const keys = new Set<string>();
    // Behind the promises that are settled now, each of which may ask for more.
    const begin = new Promise<void>((resolve) => void Promise.resolve().then(() => process.nextTick(resolve)));
    const batch: Batch = { keys, done: begin.then(() => this.#readAll([...keys])) };
    this.#gathering = batch;
    return batch;
  }

  async #readAll(keys: readonly string[]): Promise<void> {
    this.#gathering = null;
    try {
      const values = await this.#read(keys);
      for (const [index, key] of keys.entries()) this.see(key, values[index] as Value);
    } finally {
      for (const key of keys) this.#coming.delete(key);
    }
  }
}
