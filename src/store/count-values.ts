import type { Count } from './graph-search.js';

/** How many have a value. @param owners - The values of each; twice the same counts once. */
export function countEach<T extends string>(owners: readonly (readonly T[])[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const values of owners) {
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Most first, then by value. */
export function mostFirst<T extends string>(owners: readonly (readonly T[])[]): readonly Count<T>[] {
  const counts = [...countEach(owners)].map(([value, count]) => ({ value, count }));
  return counts.sort((a, b) => b.count - a.count || byCodePoint(a.value, b.value));
}
