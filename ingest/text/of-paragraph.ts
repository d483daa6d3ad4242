import { boundedMemo } from '../../src/names/bounded-memo.js';

/** Paragraphs of most documents. */
const mostParagraphs = 500;

/**
 * Remembers what a function gave for the paragraphs read last: one reader after the other asks the same of the paragraphs
 * of a document.
 */
export function ofParagraph<T>(read: (text: string) => T): (text: string) => T {
  return boundedMemo(read, mostParagraphs);
}
