import type { PublishedVolume } from '../model/document-graph.js';
import { type Paragraphs, paragraphAt } from './paragraphs.js';
import { pageRange } from './volume-pages.js';

/** Where in a document something stands, as precisely as is known of it. */
export interface CitedPassage {
  readonly quote: string;
  /** Of the published volume: "111" or "111-112". */
  readonly page?: string;
  /** Where no pages are known: number of the paragraph in the text as received, from 1. */
  readonly paragraph?: string;
}

export interface CitedText {
  /** As received. */
  readonly text: string;
  readonly paragraphs: Paragraphs;
}

export function citedPassage(
  { start, end }: { readonly start: number; readonly end: number },
  { text, paragraphs }: CitedText,
  volume: PublishedVolume | null,
): CitedPassage {
  const quote = text.slice(start, end);
  const page = volume === null ? undefined : pageRange(volume, start, end);
  if (page !== undefined) return { quote, page };
  const [first, last] = [start, Math.max(start, end - 1)].map((at) => paragraphAt(paragraphs, at));
  return { quote, paragraph: first === last ? String(first) : `${first}-${last}` };
}
