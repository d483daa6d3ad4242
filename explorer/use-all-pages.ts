import { useEffect, useState } from 'preact/hooks';
import type { ApiError } from './api/api-error.js';
import type { Page } from './api/connection.js';
import { toApiError } from './use-answer.js';

export interface AllPages<T> {
  /** What has been read so far. */
  readonly items: readonly T[];
  readonly state: 'reading' | 'complete' | 'cut' | 'failed';
  readonly error: ApiError | null;
}

const none: AllPages<never> = { items: [], state: 'reading', error: null };

/**
 * Reads page after page until all is there or `most` is reached, and shows what has come meanwhile; begun anew whenever
 * `key` changes.
 *
 * @param load - Taken anew whenever `key` changes; it must depend on nothing else that changes.
 * @param most - Where to stop; the state is then `cut`.
 */
export function useAllPages<T>(
  key: string,
  load: (after: string | null, signal: AbortSignal) => Promise<Page<T>>,
  most = Number.POSITIVE_INFINITY,
): AllPages<T> {
  const [read, setRead] = useState<{ readonly key: string; readonly pages: AllPages<T> }>({ key, pages: none });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is another function at every render; `key` stands for it.
  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    const show = (pages: AllPages<T>) => {
      if (!signal.aborted) setRead({ key, pages });
    };
    const readOn = async () => {
      let items: readonly T[] = [];
      try {
        for (let after: string | null = null; ; ) {
          const page: Page<T> = await load(after, signal);
          items = [...items, ...page.items];
          after = page.next;
          if (after === null) return show({ items, state: 'complete', error: null });
          if (items.length >= most) return show({ items, state: 'cut', error: null });
          show({ items, state: 'reading', error: null });
        }
      } catch (cause) {
        show({ items, state: 'failed', error: toApiError(cause) });
      }
    };
    void readOn();
    return () => aborter.abort();
  }, [key]);
  return read.key === key ? read.pages : none;
}
