import { distance } from 'fastest-levenshtein';
import { foldName } from './fold-name.js';
import { nameSkeleton } from './name-skeleton.js';
import { trigrams } from './search-tokens.js';

export interface RankedName {
  /** The surface that matched best; the first of the best. */
  readonly matched: string;
  /** 0 (no hit) to 1 (the same name), in thousandths. */
  readonly score: number;
}

/** Scores of the certain kinds of agreement; what is merely similar stays below `someWords`. */
const scores = { sameFold: 1, sameWords: 0.98, sameSkeleton: 0.95, sameWordSkeletons: 0.92, someWords: 0.7 } as const;
/** Room above `someWords` for how much of the surface the query's words cover. */
const coverageRoom = 0.2;
/** Two names less alike than this share letters, not a meaning: "Nam Il" and "Kim Il" have 0.67. */
const weakest = 0.68;
/** A skeleton of one letter ("U", "I", "O") says nothing. */
const shortestSkeleton = 2;

interface FoldedName {
  readonly folded: string;
  readonly words: readonly string[];
  readonly skeletons: readonly string[];
  readonly skeleton: string;
}

function prepare(name: string): FoldedName {
  const folded = foldName(name);
  const words = folded === '' ? [] : folded.split(' ').sort();
  return { folded, words, skeletons: words.map(nameSkeleton).sort(), skeleton: nameSkeleton(name) };
}

/** Whether each element of `part` is in `whole`, as often as `part` has it. */
function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  const left = [...whole];
  return part.every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** @see L. R. Dice, "Measures of the amount of ecologic association between species", Ecology 26 (1945), pp. 297–302. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** @see V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals", 1966. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : 1 - distance(a, b) / longer;
}

function scoreOf(query: FoldedName, surface: FoldedName): number {
  if (query.folded === '' || surface.folded === '') return 0;
  if (query.folded === surface.folded) return scores.sameFold;
  if (query.words.join(' ') === surface.words.join(' ')) return scores.sameWords;
  const coverage = query.words.length / surface.words.length;
  const hasWords = isWithin(query.words, surface.words);
  if (query.skeleton.length >= shortestSkeleton) {
    if (query.skeleton === surface.skeleton) return scores.sameSkeleton;
    if (query.skeletons.join(' ') === surface.skeletons.join(' ')) return scores.sameWordSkeletons;
  }
  if (hasWords) return scores.someWords + coverageRoom * coverage;
  if (query.skeleton.length < shortestSkeleton) return 0;
  if (isWithin(query.skeletons, surface.skeletons)) return scores.someWords + (coverageRoom / 2) * coverage;
  const alike = Math.max(
    dice(trigrams(query.folded), trigrams(surface.folded)),
    likeness(query.words.join(' '), surface.words.join(' ')),
  );
  return alike < weakest ? 0 : alike * scores.someWords;
}

/**
 * How well a query names something that has these surfaces. In this order: the same name, its words in another
 * order, the same in another romanisation, a name that holds all words of the query, and a misspelling.
 *
 * @returns A score of 0 where nothing is alike enough to be a hit; `matched` is then the first surface.
 */
export function rankName(query: string, surfaces: readonly string[]): RankedName {
  const asked = prepare(query);
  let best: RankedName = { matched: surfaces[0] ?? '', score: 0 };
  for (const surface of surfaces) {
    const score = Math.round(scoreOf(asked, prepare(surface)) * 1000) / 1000;
    if (score > best.score) best = { matched: surface, score };
  }
  return best;
}
