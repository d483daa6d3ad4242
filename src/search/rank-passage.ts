import type { FoundTerms, Occurrence } from './find-terms.js';

/**
 * Constants of BM25. In place of the mean length and the frequencies of a corpus stand constants, so that what a passage
 * scores follows from its words and the query alone: both stores agree on it, and it stays what it was while documents
 * come and go.
 *
 * @see S. Robertson and H. Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009.
 */
const saturation = 1.2;
const lengthWeight = 0.75;
const usualWords = 30;
/** A shorter passage is not the better for it: "June plenum" says less of it than a sentence. */
const fewestWords = 20;

/** Of a term that somebody stands for who takes part without being named. */
const likenessOfParty = 0.4;
/** What a passage loses where the terms stand far from one another. */
const closenessWeight = 0.4;

/** The narrowest stretch that holds an occurrence of each term, as indices of words; of equal ones the first. */
export function narrowestStretch(occurrences: readonly (readonly Occurrence[])[]): { first: number; beyond: number } {
  const there = occurrences.filter((places) => places.length > 0);
  const places = there
    .flatMap((own, term) => own.map((place) => ({ ...place, term })))
    .sort((a, b) => a.first - b.first || a.beyond - b.beyond);
  let best = { first: 0, beyond: Number.POSITIVE_INFINITY };
  const last = new Map<number, { readonly first: number; readonly beyond: number }>();
  for (const place of places) {
    last.set(place.term, place);
    if (last.size < there.length) continue;
    const held = [...last.values()];
    const first = Math.min(...held.map((one) => one.first));
    const beyond = Math.max(...held.map((one) => one.beyond));
    if (beyond - first < best.beyond - best.first) best = { first, beyond };
  }
  return Number.isFinite(best.beyond) ? best : { first: 0, beyond: 0 };
}

/**
 * How well a passage answers a query: 0 to 1, in millionths.
 *
 * @param asked - Number of terms that it should have; those that `occurrences` leave out weigh nothing.
 */
export function rankPassage({ words, occurrences }: FoundTerms, asked = occurrences.length): number {
  const norm = saturation * (1 - lengthWeight + (lengthWeight * Math.max(fewestWords, words.length)) / usualWords);
  const weightOf = (places: readonly Occurrence[]): number => {
    const best = places.length === 0 ? likenessOfParty : Math.max(...places.map(({ likeness }) => likeness));
    const times = Math.max(1, places.length);
    return (best * times) / (times + norm);
  };
  const weight = occurrences.reduce((sum, places) => sum + weightOf(places), 0) / Math.max(1, asked);
  const { first, beyond } = narrowestStretch(occurrences);
  const needed = occurrences.reduce((sum, [place]) => sum + (place ? place.beyond - place.first : 0), 0);
  const closeness = beyond === first ? 1 : Math.min(1, needed / (beyond - first));
  return Math.round(weight * (1 - closenessWeight + closenessWeight * closeness) * 1e6) / 1e6;
}
