import { foldName } from '../../src/names/fold-name.js';
import { personalNames } from './personal-names.js';
import { wordClasses } from './word-classes.js';

const rows = { ...wordClasses, ...personalNames };
export type WordClassName = keyof typeof rows;

/** Classes of a word or a phrase of several words, by its folded form. */
const byWord = new Map<string, WordClassName[]>();
/** Of the phrases that start with a folded word: the length of the longest, in words, and their second words. */
const phrases = new Map<string, PhrasesOfWord>();

export interface PhrasesOfWord {
  longest: number;
  readonly seconds: Set<string>;
}

for (const [name, { words }] of Object.entries(rows) as [WordClassName, { words: readonly string[] }][]) {
  for (const word of words) {
    const folded = foldName(word);
    byWord.set(folded, [...(byWord.get(folded) ?? []), name]);
    const [first = folded, second, ...others] = folded.split(' ');
    if (second === undefined) continue;
    const known = phrases.get(first) ?? { longest: 0, seconds: new Set() };
    known.longest = Math.max(known.longest, others.length + 2);
    known.seconds.add(second);
    phrases.set(first, known);
  }
}

export function classesOf(folded: string): readonly WordClassName[] {
  return byWord.get(folded) ?? [];
}

/** @param first - Folded word. */
export function phrasesFrom(first: string): PhrasesOfWord | undefined {
  return phrases.get(first);
}
