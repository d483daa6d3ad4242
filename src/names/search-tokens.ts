import { foldName } from './fold-name.js';
import { nameSkeleton } from './name-skeleton.js';

/**
 * The runs of three characters in a folded name, each word padded with `0`: "il" → 00i, 0il, il0, l00.
 * Padding makes beginnings and ends of words count, and gives words of one and two letters trigrams of their own.
 */
export function trigrams(folded: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    const padded = `00${word}00`;
    for (let start = 0; start + 3 <= padded.length; start += 1) found.add(padded.slice(start, start + 3));
  }
  return found;
}

/**
 * What a full-text index holds of a name, and what it is asked for a query: two names that share a token are
 * candidates for each other, and `rankName` decides.
 *
 * Tokens hold only a–z and 0–9, so that no tokenizer of either back end splits them. Their first letter
 * is their class: `w` a word, `t` a trigram, `s` a word's skeleton, `n` the skeleton of the whole name.
 *
 * @returns Each token once, in code-point order.
 */
export function searchTokens(name: string): readonly string[] {
  const folded = foldName(name);
  if (folded === '') return [];
  const words = folded.split(' ');
  const tokens = new Set<string>([
    ...words.map((word) => `w${word}`),
    ...[...trigrams(folded)].map((gram) => `t${gram}`),
    ...words.map((word) => `s${nameSkeleton(word)}`),
    `n${nameSkeleton(name)}`,
  ]);
  // A lone class letter is the skeleton of a word without sounds ("H").
  return [...tokens].filter((token) => token.length > 1).sort();
}
