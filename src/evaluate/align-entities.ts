import { type Named, normalizeName, surfacesOf } from './normalize-name.js';

interface Alignable extends Named {
  readonly type: string;
}

export interface Alignment {
  /** Index of the annotated entity for each found one; `null` where it is aligned to nothing. */
  readonly annotatedOf: readonly (number | null)[];
  readonly foundSurfaces: readonly ReadonlySet<string>[];
  readonly annotatedSurfaces: readonly ReadonlySet<string>[];
}

interface Candidate {
  readonly found: number;
  readonly annotated: number;
  /** Compared from left to right, the greater first. */
  readonly rank: readonly number[];
}

function byRank(a: Candidate, b: Candidate): number {
  for (const [index, value] of a.rank.entries()) {
    const difference = (b.rank[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Pairs found entities with annotated ones that share a surface, one to one, the best first: same canonical name, then
 * the number of shared surfaces, the longest shared surface, same type, not optional, order of the documents.
 */
export function alignEntities(
  found: readonly Alignable[],
  annotated: readonly (Alignable & { readonly optional: boolean })[],
): Alignment {
  const foundSurfaces = found.map(surfacesOf);
  const annotatedSurfaces = annotated.map(surfacesOf);
  const candidates: Candidate[] = [];
  for (const [i, f] of found.entries()) {
    for (const [j, a] of annotated.entries()) {
      const shared = [...(foundSurfaces[i] ?? [])].filter((surface) => annotatedSurfaces[j]?.has(surface));
      if (shared.length === 0) continue;
      const rank = [
        Number(normalizeName(f.name) === normalizeName(a.name)),
        shared.length,
        Math.max(...shared.map((surface) => [...surface].length)),
        Number(f.type === a.type),
        Number(!a.optional),
        -i,
        -j,
      ];
      candidates.push({ found: i, annotated: j, rank });
    }
  }
  const annotatedOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { found: i, annotated: j } of candidates.sort(byRank)) {
    if (annotatedOf.has(i) || taken.has(j)) continue;
    annotatedOf.set(i, j);
    taken.add(j);
  }
  return { annotatedOf: found.map((_, i) => annotatedOf.get(i) ?? null), foundSurfaces, annotatedSurfaces };
}
