/** A connection of the API, as far as the explorer selects it. */
export interface Connection<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface Page<T> {
  readonly items: readonly T[];
  /** What to ask the next page with; `null` on the last one. */
  readonly next: string | null;
}

export function toPage<T>({ nodes, pageInfo }: Connection<T>): Page<T> {
  return { items: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
