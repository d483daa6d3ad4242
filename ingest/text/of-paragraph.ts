import { boundedMemo } from '../../src/names/bounded-memo.js';

/** Paragraphs of most documents. */
const mostParagraphs = 500;

/**
 * Remembers what a function gave for the paragraphs read last: one reader after the other asks the same of the paragraphs
 * of a document, and of one paragraph for each of its sentences.
 */
export function ofParagraph<T>(read: (text: string) => T): (text: string) => T {
  const known = boundedMemo(read, mostParagraphs);
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: known(text) };
    return last.value;
  };
}
