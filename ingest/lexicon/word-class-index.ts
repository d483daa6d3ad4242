import { foldName } from '../../src/names/fold-name.js';
import { personalNames } from './personal-names.js';
import { wordClasses } from './word-classes.js';

const rows = { ...wordClasses, ...personalNames };
export type WordClassName = keyof typeof rows;

/** Classes of a word or a phrase of several words, by its folded form. */
const byWord = new Map<string, WordClassName[]>();
/** Longest phrase that starts with a folded word, in words. */
const longest = new Map<string, number>();

for (const [name, { words }] of Object.entries(rows) as [WordClassName, { words: readonly string[] }][]) {
  for (const word of words) {
    const folded = foldName(word);
    byWord.set(folded, [...(byWord.get(folded) ?? []), name]);
    const parts = folded.split(' ');
    const first = parts[0] ?? folded;
    longest.set(first, Math.max(longest.get(first) ?? 0, parts.length));
  }
}

export function classesOf(folded: string): readonly WordClassName[] {
  return byWord.get(folded) ?? [];
}

/** @param first - Folded word. */
export function longestPhrase(first: string): number {
  return longest.get(first) ?? 1;
}
