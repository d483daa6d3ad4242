/** Positions at which the paragraphs of a text begin, in their order. Blank lines part them; where there are none, lines. */
export type Paragraphs = readonly number[];

export function paragraphsOf(text: string): Paragraphs {
  const hasBlankLines = /\S[^\S\n]*\n[^\S\n]*\n/u.test(text);
  const starts = hasBlankLines ? /(?:^|\n[^\S\n]*\n)\s*(?=\S)/gu : /(?:^|\n)\s*(?=\S)/gu;
  // Without blanks at the end every run of them is followed by a letter, so that none is gone over twice.
  return [...text.trimEnd().matchAll(starts)].map((match) => match.index + match[0].length);
}

/** Number of the paragraph that a place stands in, from 1. */
export function paragraphAt(paragraphs: Paragraphs, at: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((paragraphs[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
