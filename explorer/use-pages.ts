import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiError } from './api/api-error.js';
import type { Page } from './api/connection.js';
import { toApiError } from './use-answer.js';

export interface Pages<T> {
  readonly items: readonly T[];
  readonly waiting: boolean;
  readonly error: ApiError | null;
  /** Reads the next page, or again the one that failed; `null` when there is nothing more to read. */
  readonly more: (() => void) | null;
}

interface Reading<T> {
  readonly key: string;
  readonly items: readonly T[];
  readonly next: string | null;
  readonly waiting: boolean;
  readonly error: ApiError | null;
}

/**
 * A list that is read page by page, begun anew whenever `key` changes.
 *
 * @param load - Taken anew whenever `key` changes; it must depend on nothing else that changes.
 */
export function usePages<T>(
  key: string,
  load: (after: string | null, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const begun: Reading<T> = { key, items: [], next: null, waiting: true, error: null };
  const [state, setReading] = useState(begun);
  const reading = state.key === key ? state : begun;
  const aborter = useRef(new AbortController());

  const read = (so: Reading<T>) => {
    const { signal } = aborter.current;
    setReading({ ...so, waiting: true, error: null });
    load(so.next, signal).then(
      ({ items, next }) => {
        if (!signal.aborted) setReading({ key, items: [...so.items, ...items], next, waiting: false, error: null });
      },
      (cause: unknown) => {
        if (!signal.aborted) setReading({ ...so, waiting: false, error: toApiError(cause) });
      },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is another function at every render; `key` stands for it.
  useEffect(() => {
    const own = new AbortController();
    aborter.current = own;
    read({ ...begun, key });
    return () => own.abort();
  }, [key]);

  const { items, waiting, error, next } = reading;
  const more = !waiting && (error !== null || next !== null) ? () => read(reading) : null;
  return { items, waiting, error, more };
}
