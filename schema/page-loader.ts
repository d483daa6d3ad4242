import type { Owners, Page, PageRequest, Pages } from '../src/store/graph-store.js';
import { BatchedReads } from './batched-reads.js';
import type { MaybePromise } from './maybe-promise.js';
import type { AskedRecords } from './read-ahead.js';

/** Reads one owner's page; equal questions of one tick, whoever asks them, become one call of the store. */
export type ReadPage<T, Filter> = (
  owner: string | null,
  filter: Filter,
  page: PageRequest,
  asked?: AskedRecords,
) => MaybePromise<Page<T>>;

export interface PageReader<T, Filter> {
  /** Method of the store. */
  read(owners: Owners, filter: Filter, page: PageRequest): Promise<Pages<T>>;
  /** Told each record that a page brings, so that it need not be loaded again by its identifier. */
  seen?(record: T): void;
  /** Reads what will be asked of the records, before anybody has them. */
  ahead?(records: readonly T[], asked: AskedRecords): Promise<unknown> | null;
}

/** The pages of many owners that are asked by one question. */
export interface PagesLoader<T, Filter> {
  readonly load: ReadPage<T, Filter>;
  loadAll(owners: readonly string[], filter: Filter, page: PageRequest, asked?: AskedRecords): Promise<unknown> | null;
}

function isSamePage(one: PageRequest, other: PageRequest): boolean {
  return (
    one.first === other.first && one.after === other.after && one.last === other.last && one.before === other.before
  );
}

/**
 * A loader for each question, where a question is a filter and a page request: fifty parents that ask the same
 * connection share it, two aliases with different arguments don't.
 */
export function pageLoader<T, Filter>({ read, seen, ahead }: PageReader<T, Filter>): PagesLoader<T, Filter> {
  const questions = new Map<string, BatchedReads<Page<T>>>();
  /** Hundreds of parents ask the same one after the other. */
  let last: { readonly filter: Filter; readonly page: PageRequest; readonly pages: BatchedReads<Page<T>> } | null =
    null;

  async function readAll(owners: Owners, filter: Filter, page: PageRequest, asked?: AskedRecords): Promise<Pages<T>> {
    const pages = await read(owners, filter, page);
    const records = pages.flatMap(({ items }) => items.map(({ record }) => record));
    if (seen) for (const record of records) seen(record);
    // What can't be read ahead is told where it is asked for.
    if (asked) await ahead?.(records, asked)?.catch(() => undefined);
    return pages;
  }

  function questionOf(filter: Filter, page: PageRequest, asked?: AskedRecords): BatchedReads<Page<T>> {
    if (last !== null && last.filter === filter && isSamePage(last.page, page)) return last.pages;
    const question = JSON.stringify([filter, page]);
    const pages = questions.get(question) ?? new BatchedReads((owners) => readAll(owners, filter, page, asked));
    questions.set(question, pages);
    last = { filter, page, pages };
    return pages;
  }

  async function whole(filter: Filter, page: PageRequest, asked?: AskedRecords): Promise<Page<T>> {
    const [only] = await readAll([null], filter, page, asked);
    return only ?? { items: [], hasNextPage: false, hasPreviousPage: false };
  }

  return {
    load: (owner, filter, page, asked) =>
      owner === null ? whole(filter, page, asked) : questionOf(filter, page, asked).load(owner),
    loadAll: (owners, filter, page, asked) => questionOf(filter, page, asked).loadAll(owners),
  };
}
