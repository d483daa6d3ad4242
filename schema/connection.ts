import { BadArgumentError } from '../src/errors.js';
import type { Page, PageItem, PageRequest } from '../src/store/graph-store.js';
import { type CursorOrder, decodeCursor, encodeCursor } from './cursor.js';
import { limits } from './limits.js';
import { type MaybePromise, whenThere } from './maybe-promise.js';

export interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** @throws {BadArgumentError} when the number isn't from `least` to `most`. */
export function checkedSize(name: string, size: number, most: number, least = 1): number {
  if (size < least || size > most) {
    throw new BadArgumentError(`${name} is ${size}; it must be from ${least} to ${most}.`, `Ask for ${most} or fewer.`);
  }
  return size;
}

function pageSize(name: 'first' | 'last', size: number | null | undefined): number {
  return checkedSize(name, size ?? limits.defaultPageSize, limits.maxPageSize);
}

/** @throws {BadArgumentError} when both directions are asked at once, a size is out of bounds, or a cursor isn't ours. */
export function pageRequest(order: CursorOrder, { first, after, last, before }: ConnectionArgs): PageRequest {
  const forward = first != null || after != null;
  const backward = last != null || before != null;
  if (forward && backward) {
    throw new BadArgumentError(
      'A page is read forward with first and after, or backward with last and before, not both.',
      'Leave out one pair.',
    );
  }
  return backward
    ? { last: pageSize('last', last), before: before == null ? undefined : decodeCursor(order, before) }
    : { first: pageSize('first', first), after: after == null ? undefined : decodeCursor(order, after) };
}

/** A record with its cursor, which is made where somebody asks for it. */
class Edge<T> {
  readonly node: T;
  readonly order: CursorOrder;
  readonly sortKey: string;

  constructor(order: CursorOrder, { record, cursor }: PageItem<T>) {
    this.node = record;
    this.order = order;
    this.sortKey = cursor;
  }

  get cursor(): string {
    return encodeCursor(this.order, this.sortKey);
  }
}

/** Where a page stands. */
class PageInfo {
  readonly page: Page<unknown>;
  readonly order: CursorOrder;

  constructor(order: CursorOrder, page: Page<unknown>) {
    this.page = page;
    this.order = order;
  }

  get hasNextPage(): boolean {
    return this.page.hasNextPage;
  }

  get hasPreviousPage(): boolean {
    return this.page.hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#cursorOf(this.page.items[0]);
  }

  get endCursor(): string | null {
    return this.#cursorOf(this.page.items.at(-1));
  }

  #cursorOf(item: PageItem<unknown> | undefined): string | null {
    return item === undefined ? null : encodeCursor(this.order, item.cursor);
  }
}

/** A store's page as Relay wants it; hundreds of pages are made for one answer. */
export function relayPage<T>(order: CursorOrder, page: Page<T>) {
  return { edges: page.items.map((item) => new Edge(order, item)), pageInfo: new PageInfo(order, page) };
}

/** What is asked for of a store's pages, as Relay wants it. */
export function connection<T>(
  order: CursorOrder,
  args: ConnectionArgs,
  read: (page: PageRequest) => MaybePromise<Page<T>>,
) {
  return whenThere(read(pageRequest(order, args)), (page) => relayPage(order, page));
}
