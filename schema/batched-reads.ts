import DataLoader from 'dataloader';
import type { MaybePromise } from './maybe-promise.js';

/**
 * What is read by keys: all that is asked for before the promises of the moment are settled is read by one call, each
 * key once. A DataLoader does that; it has a promise for everything, so that what is there already stands beside it and is given as
 * it is.
 */
export class BatchedReads<Value> {
  readonly #known = new Map<string, Value>();
  readonly #coming: DataLoader<string, Value>;

  /** @param read - Gives a value for each key, in their order. */
  constructor(read: (keys: readonly string[]) => Promise<readonly Value[]>) {
    this.#coming = new DataLoader(async (keys) => {
      const values = await read(keys);
      for (const [index, key] of keys.entries()) this.see(key, values[index] as Value);
      return values;
    });
  }

  load(key: string): MaybePromise<Value> {
    return this.#known.has(key) ? (this.#known.get(key) as Value) : this.#coming.load(key);
  }

  /** @returns `null` where all are there already. */
  loadAll(keys: Iterable<string>): Promise<unknown> | null {
    const missing = new Set<string>();
    for (const key of keys) if (!this.#known.has(key)) missing.add(key);
    return missing.size === 0 ? null : Promise.all(Array.from(missing, (key) => this.#coming.load(key)));
  }

  /** Takes in what came another way; what is known already stays. */
  see(key: string, value: Value): void {
    if (!this.#known.has(key)) this.#known.set(key, value);
  }
}
