import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { ApiError } from './api/api-error.js';

export type Asked<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly answer: T }
  | { readonly state: 'failed'; readonly error: ApiError; readonly again: () => void };

export function toApiError(cause: unknown): ApiError {
  return cause instanceof ApiError
    ? cause
    : new ApiError('The page has met an error of its own.', 'Load the page again; if it stays, report it.', { cause });
}

/**
 * Asks once for each value of `key`, and drops the answer to a question that is no longer asked. It asks before the
 * browser paints: the question is on its way meanwhile.
 *
 * @param load - Taken anew whenever `key` changes; it must depend on nothing else that changes.
 */
export function useAnswer<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [attempt, setAttempt] = useState(0);
  const [asked, setAsked] = useState<{ readonly for: string; readonly what: Asked<T> }>();
  const question = `${attempt} ${key}`;
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` is another function at every render; `question` stands for it.
  useLayoutEffect(() => {
    const aborter = new AbortController();
    const settle = (what: Asked<T>) => {
      if (!aborter.signal.aborted) setAsked({ for: question, what });
    };
    load(aborter.signal).then(
      (answer) => settle({ state: 'answered', answer }),
      (cause: unknown) => settle({ state: 'failed', error: toApiError(cause), again }),
    );
    return () => aborter.abort();
  }, [question]);
  return asked?.for === question ? asked.what : { state: 'waiting' };
}
