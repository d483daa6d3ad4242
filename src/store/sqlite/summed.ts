/** Adds up rows that follow one another with the same key, as they are taken: a thousand of one need not fit into memory. */
export function* summed<Row, Sum>(
  rows: Iterable<Row>,
  key: (row: Row) => string,
  start: () => Sum,
  add: (sum: Sum, row: Row) => void,
): Generator<{ readonly first: Row; readonly sum: Sum }> {
  let current: { first: Row; sum: Sum } | null = null;
  for (const row of rows) {
    if (current === null || key(current.first) !== key(row)) {
      if (current !== null) yield current;
      current = { first: row, sum: start() };
    }
    add(current.sum, row);
  }
  if (current !== null) yield current;
}
