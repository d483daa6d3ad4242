/**
 * Work that reads and writes a back end step by step, written once for both: SQLite answers within the call and must
 * not wait between BEGIN and COMMIT, Neo4j answers later. Each `yield*` of `step` hands its value to whoever
 * runs the work, and gets it back when it is there.
 */
export type Work<T> = Generator<unknown, T, unknown>;

/** What a back end gives back: at once, or later. */
export type Given<T> = T | Promise<T>;

export function* step<T>(given: Given<T>): Generator<unknown, T, unknown> {
  return (yield given) as T;
}

/** Runs work whose steps are all given at once. */
export function runNow<T>(work: Work<T>): T {
  let next = work.next();
  while (next.done !== true) next = work.next(next.value);
  return next.value;
}

export async function runLater<T>(work: Work<T>): Promise<T> {
  let next = work.next();
  while (next.done !== true) next = work.next(await next.value);
  return next.value;
}
