const mostRemembered = 50;
const remembered = new Map<string, Promise<unknown>>();

/** An answer is kept for others than its first reader, who may have left. */
const neverAborted = new AbortController().signal;

/**
 * Asks once for each key, so that undoing a step, or looking at the same network in another view, waits for nothing.
 * What failed is asked for again.
 */
export function remember<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const known = remembered.get(key) as Promise<T> | undefined;
  if (known) return known;
  const asked = ask(neverAborted);
  remembered.set(key, asked);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= mostRemembered) break;
    remembered.delete(oldest);
  }
  asked.catch(() => {
    if (remembered.get(key) === asked) remembered.delete(key);
  });
  return asked;
}

/** What was answered no longer holds: the graph has changed, or is read by somebody else. */
export function forgetAnswers(): void {
  remembered.clear();
}
