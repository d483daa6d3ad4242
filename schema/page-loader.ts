import DataLoader from 'dataloader';
import type { Owners, Page, PageRequest, Pages } from '../src/store/graph-store.js';

/** Reads one owner's page; equal questions of one tick, whoever asks them, become one call of the store. */
export type ReadPage<T, Filter> = (owner: string | null, filter: Filter, page: PageRequest) => Promise<Page<T>>;

/**
 * A loader for each question, where a question is a filter and a page request: fifty parents that ask the same
 * connection share it, two aliases with different arguments don't.
 *
 * @param read - Method of the store.
 * @param seen - Told each record that a page brings, so that it need not be loaded again by its identifier.
 */
export function pageLoader<T, Filter>(
  read: (owners: Owners, filter: Filter, page: PageRequest) => Promise<Pages<T>>,
  seen: (record: T) => void,
): ReadPage<T, Filter> {
  const loaders = new Map<string, DataLoader<string, Page<T>>>();

  async function readAll(owners: Owners, filter: Filter, page: PageRequest): Promise<Pages<T>> {
    const pages = await read(owners, filter, page);
    for (const { items } of pages) for (const { record } of items) seen(record);
    return pages;
  }

  return async (owner, filter, page) => {
    if (owner === null) {
      const [whole] = await readAll([null], filter, page);
      return whole ?? { items: [], hasNextPage: false, hasPreviousPage: false };
    }
    const question = JSON.stringify([filter, page]);
    let loader = loaders.get(question);
    if (loader === undefined) {
      loader = new DataLoader<string, Page<T>>((owners) => readAll(owners, filter, page));
      loaders.set(question, loader);
    }
    return loader.load(owner);
  };
}
