/** Enough for the vocabulary of a volume; the memory of a memo stays below a few megabytes. */
const mostEntries = 50_000;

/**
 * Remembers what a pure function gave for a string; forgets everything when it has seen too many.
 *
 * @param most - Fewer where keys are long.
 */
export function boundedMemo<T>(compute: (key: string) => T, most = mostEntries): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const computed = compute(key);
    if (known.size >= most) known.clear();
    known.set(key, computed);
    return computed;
  };
}
