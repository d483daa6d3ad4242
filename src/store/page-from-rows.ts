import type { Page, PageItem, PageRequest } from './graph-store.js';

/** Where a page begins, which way it runs and how many rows decide it; what a back end asks its database. */
export interface PageWindow {
  readonly direction: 'forward' | 'backward';
  /** Sort key beyond which the page lies; `null` at the start, or at the end of a backward one. */
  readonly beyond: string | null;
  /** One row more than the page holds: whether it is there answers whether there are more. */
  readonly take: number;
}

export function pageWindow(request: PageRequest): PageWindow {
  return request.first === undefined
    ? { direction: 'backward', beyond: request.before ?? null, take: request.last + 1 }
    : { direction: 'forward', beyond: request.after ?? null, take: request.first + 1 };
}

/**
 * Makes the page of the rows that a database gave for `pageWindow`.
 *
 * The side from which the page was asked has more exactly when a cursor was given, as Relay allows: to look
 * would cost a second query for an answer that the client has seen.
 *
 * @param rows - At most `take` rows nearest to the cursor, in ascending order of their sort keys.
 * @see https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo.Fields
 */
export function pageFromRows<T>(rows: readonly PageItem<T>[], request: PageRequest): Page<T> {
  const { direction, beyond, take } = pageWindow(request);
  const isMore = rows.length >= take;
  if (direction === 'forward') {
    return { items: isMore ? rows.slice(0, take - 1) : rows, hasNextPage: isMore, hasPreviousPage: beyond !== null };
  }
  return { items: isMore ? rows.slice(1) : rows, hasNextPage: beyond !== null, hasPreviousPage: isMore };
}
