import { foldName } from '../names/fold-name.js';

/** What a full-text index holds of a document's title: its words, with the class letter of `searchTokens`. */
export function titleTokens(title: string): readonly string[] {
  const words = foldName(title).split(' ');
  return [...new Set(words)].filter((word) => word !== '').map((word) => `w${word}`);
}
