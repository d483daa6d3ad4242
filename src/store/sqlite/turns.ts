import { setImmediate as nextTurn } from 'node:timers/promises';

/** Waited for before each read. @throws The signal's reason, once it is aborted. */
export type Turn = () => Promise<void>;

/** The next turn of the event loop, for all that wait for it. */
let coming: Promise<void> | null = null;

/**
 * libsql answers within the call, so a request that reads much would hold up all others, and its own time-out too: promises
 * that are settled already never let the event loop go on. Each read waits for the loop to come round, some
 * microseconds. Those that were asked for in one turn are answered in one, so that how questions are put together
 * doesn't depend on how long they take.
 */
export function turns(signal?: AbortSignal): Turn {
  return async () => {
    coming ??= nextTurn().then(() => {
      coming = null;
    });
    await coming;
    signal?.throwIfAborted();
  };
}

/** The same reader, which waits for its turn before each of its reads. */
export function takingTurns<Reader extends object>(reader: Reader, turn: Turn): Reader {
  const reads = Object.entries(reader) as readonly (readonly [string, (...question: unknown[]) => unknown])[];
  const waiting = reads.map(([name, read]) => {
    const waitAndRead = async (...question: unknown[]): Promise<unknown> => {
      await turn();
      return read(...question);
    };
    return [name, waitAndRead] as const;
  });
  return Object.fromEntries(waiting) as Reader;
}
