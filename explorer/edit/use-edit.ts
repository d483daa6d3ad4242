import { useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.js';
import { toApiError } from '../use-answer.js';
import { type EditState, graphChanged } from './edit-state.js';

export interface Editing {
  /** Changes the graph, and reads the page anew; the change gives what is to be remembered of it. */
  readonly run: (change: () => Promise<Omit<Partial<EditState>, 'revision'>>) => void;
  readonly busy: boolean;
  readonly error: ApiError | null;
}

/** One change of the graph at a time, and why the last one was refused. */
export function useEdit(): Editing {
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const run: Editing['run'] = (change) => {
    if (busy) return;
    setError(null);
    setBusy(true);
    change()
      .then(graphChanged, (cause: unknown) => setError(toApiError(cause)))
      .finally(() => setBusy(false));
  };
  return { run, busy, error };
}
