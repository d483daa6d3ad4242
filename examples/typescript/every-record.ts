interface Page<Item> {
  readonly items: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * The records of a connection one after another; a page is asked for when the one before it has been used up. Cursors
 * are places in an order, not counts: records that come or go meanwhile neither repeat others nor hide them.
 */
export async function* everyRecord<Item>(read: (after: string | null) => Promise<Page<Item>>): AsyncGenerator<Item> {
  let after: string | null = null;
  for (;;) {
    const { items, pageInfo }: Page<Item> = await read(after);
    yield* items;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}
