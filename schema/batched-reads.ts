import DataLoader from 'dataloader';
import type { MaybePromise } from './maybe-promise.js';

/**
 * What is read by keys: all that is asked for before the promises of the moment are settled is read by one call, each
 * key once. A DataLoader gathers it, of lists of keys, since it makes a promise for each that it is asked for; what is there
 * already stands beside it and is given as it is.
 */
export class BatchedReads<Value> {
  readonly #known = new Map<string, Value>();
  /** By key, what brings it. */
  readonly #coming = new Map<string, Promise<unknown>>();
  readonly #readValues: (keys: readonly string[]) => Promise<readonly Value[]>;
  /** Made where something is to be read: most questions read nothing of most of what there is. */
  #reads: DataLoader<readonly string[], null> | null = null;

  /** @param read - Gives a value for each key, in their order. */
  constructor(read: (keys: readonly string[]) => Promise<readonly Value[]>) {
    this.#readValues = read;
  }

  load(key: string): MaybePromise<Value> {
    if (this.#known.has(key)) return this.#known.get(key) as Value;
    const coming = this.#coming.get(key) ?? this.#read([key]);
    return coming.then(() => this.#known.get(key) as Value);
  }

  /** @returns `null` where all are there already. */
  loadAll(keys: Iterable<string>): Promise<unknown> | null {
    const missing = new Set<string>();
    const awaited = new Set<Promise<unknown>>();
    for (const key of keys) {
      if (this.#known.has(key)) continue;
      const coming = this.#coming.get(key);
      if (coming) awaited.add(coming);
      else missing.add(key);
    }
    if (missing.size > 0) awaited.add(this.#read([...missing]));
    return awaited.size === 0 ? null : Promise.all(awaited);
  }

  /** Takes in what came another way; what is known already stays. */
  see(key: string, value: Value): void {
    if (!this.#known.has(key)) this.#known.set(key, value);
  }

  async #readLists(lists: readonly (readonly string[])[]): Promise<readonly null[]> {
    const keys = lists.flat();
    try {
      const values = await this.#readValues(keys);
      for (const [index, key] of keys.entries()) this.see(key, values[index] as Value);
    } finally {
      for (const key of keys) this.#coming.delete(key);
    }
    return lists.map(() => null);
  }

  #read(keys: readonly string[]): Promise<unknown> {
    this.#reads ??= new DataLoader((lists) => this.#readLists(lists), { cache: false });
    const coming = this.#reads.load(keys);
    for (const key of keys) this.#coming.set(key, coming);
    return coming;
  }
}
