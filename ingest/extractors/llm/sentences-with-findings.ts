import type { DocumentGraph } from '../../../src/model/document-graph.js';
import type { TextRange } from '../../sources/source.js';
import type { DocumentText } from '../../text/document-text.js';

/** How many sentences of the body hold a mention, a piece of evidence or a statement. */
export function sentencesWithFindings(text: DocumentText, graph: Omit<DocumentGraph, 'document'>): number {
  const found: readonly TextRange[] = [
    ...graph.entities.flatMap(({ mentions }) => mentions),
    ...graph.relations.flatMap(({ evidence }) => evidence),
    ...graph.statements,
  ].toSorted((a, b) => a.start - b.start);
  // Where the furthest of all ranges up to each ends: one look tells whether any of them reaches a sentence.
  let furthest = 0;
  const ends = found.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return text.paragraphs
    .filter(({ role }) => role === 'body')
    .flatMap(({ sentences }) => sentences)
    .filter((sentence) => {
      const place = text.toReceived(sentence);
      if (place === null) return false;
      const last = found.findLastIndex(({ start }) => start < place.end);
      return (ends[last] ?? 0) > place.start;
    }).length;
}
