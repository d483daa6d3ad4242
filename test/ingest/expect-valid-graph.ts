import { expect } from '@jest/globals';
import type { Pipeline } from '../../ingest/pipeline.js';
import type { SourceDocument } from '../../ingest/sources/source.js';
import type { DocumentGraph } from '../../src/model/document-graph.js';
import { validateBatch } from '../../src/store/validate-batch.js';

interface Passage {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export function passagesOf(graph: DocumentGraph): readonly Passage[] {
  return [
    ...graph.entities.flatMap(({ id, mentions }) =>
      mentions.map(({ start, end, text }) => ({ what: `mention of ${id}`, start, end, words: text })),
    ),
    ...graph.relations.flatMap(({ type, evidence }) =>
      evidence.map(({ start, end, quote }) => ({ what: `evidence of ${type}`, start, end, words: quote })),
    ),
    ...graph.statements.map(({ speaker, start, end, quote }) => ({
      what: `statement of ${speaker}`,
      start,
      end,
      words: quote,
    })),
  ];
}

/** Every passage is the text's own words in its place, no end of a claim is missing, and a store would take it. */
export async function expectValidGraph(pipeline: Pipeline, document: SourceDocument): Promise<DocumentGraph> {
  const graph = await pipeline.extract(document);
  const lying = passagesOf(graph).filter(
    ({ start, end, words }) => !(start < end) || document.text.slice(start, end) !== words,
  );
  expect(lying).toEqual([]);

  const known = new Set([document.id, ...graph.entities.map(({ id }) => id)]);
  const named = [
    ...graph.relations.flatMap(({ source, target }) => [source, target]),
    ...graph.statements.flatMap(({ speaker, addressees, about, reportedBy }) => [
      speaker,
      ...addressees,
      ...about,
      ...(reportedBy ?? []),
    ]),
    ...graph.document.authors,
  ];
  expect(named.filter((id) => !known.has(id))).toEqual([]);
  expect(graph.relations.filter(({ evidence }) => evidence.length === 0)).toEqual([]);

  const batch = pipeline.resolve(graph, document);
  expect(() => validateBatch(batch)).not.toThrow();
  return graph;
}
