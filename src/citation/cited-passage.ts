import type { PublishedVolume } from '../model/document-graph.js';
import { pageRange } from './volume-pages.js';

/** Where in a document something stands, as precisely as is known of it. */
export interface CitedPassage {
  readonly quote: string;
  /** Of the published volume: "111" or "111-112". */
  readonly page?: string;
  /** Where no pages are known: number of the paragraph in the text as received, from 1. */
  readonly paragraph?: string;
}

/** Paragraphs are what blank lines part; where there are none, lines. */
function paragraphBreak(text: string): RegExp {
  return /\S[^\S\n]*\n[^\S\n]*\n/u.test(text) ? /\n\s*\n\s*/gu : /\s*\n\s*/gu;
}

function paragraphAt(text: string, at: number): number {
  const before = text.slice(0, at);
  return [...before.trimStart().matchAll(paragraphBreak(text))].length + 1;
}

/** @param text - The document's text as received. */
export function citedPassage(
  { start, end }: { readonly start: number; readonly end: number },
  text: string,
  volume: PublishedVolume | null,
): CitedPassage {
  const quote = text.slice(start, end);
  const page = volume === null ? undefined : pageRange(volume, start, end);
  if (page !== undefined) return { quote, page };
  const [first, last] = [paragraphAt(text, start), paragraphAt(text, Math.max(start, end - 1))];
  return { quote, paragraph: first === last ? String(first) : `${first}-${last}` };
}
