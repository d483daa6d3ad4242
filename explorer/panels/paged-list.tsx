import type { ComponentChildren } from 'preact';
import type { Pages } from '../use-pages.js';
import { Failure, Notice, Waiting } from './notice.js';

interface PagedListProps<T> {
  readonly pages: Pages<T>;
  /** Plural name of what is listed, for the messages: "statements". */
  readonly what: string;
  /** What to do where there are none. */
  readonly emptyCure: string;
  readonly children: (item: T) => ComponentChildren;
}

export function PagedList<T extends { readonly id: string }>({ pages, what, emptyCure, children }: PagedListProps<T>) {
  const { items, waiting, error, more } = pages;
  if (items.length === 0 && !waiting && error === null)
    return <Notice title={`There are no ${what}.`} cure={emptyCure} />;
  return (
    <>
      <ul class="list">
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      {waiting && <Waiting what={what} />}
      {error !== null && more !== null && <Failure error={error} again={more} />}
      {error === null && more !== null && (
        <button type="button" onClick={more}>
          More {what}
        </button>
      )}
    </>
  );
}
