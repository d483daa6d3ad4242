import type { PublishedVolume } from '../model/document-graph.js';

const isCounted = (page: string): boolean => /^\d+$/.test(page);

/** The page that a place stands on. Before the first page that begins in a document there is the one before that. */
function pageAt({ pages }: PublishedVolume, at: number): string | undefined {
  const begun = pages.findLast((page) => page.at <= at);
  if (begun !== undefined) return begun.n;
  const [next] = pages;
  return next !== undefined && isCounted(next.n) && Number(next.n) > 1 ? String(Number(next.n) - 1) : undefined;
}

/** "110-112", or the one page. */
export function pageRange(volume: PublishedVolume, start: number, end: number): string | undefined {
  // The last character of a range stands before its end.
  const [from, to] = [pageAt(volume, start), pageAt(volume, Math.max(start, end - 1))];
  return from === undefined || to === undefined || from === to ? from : `${from}-${to}`;
}
