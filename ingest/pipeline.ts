import { createHash } from 'node:crypto';
import type { DocumentGraph } from '../src/model/document-graph.js';
import type { GraphBatch } from '../src/model/records.js';
import { rulesExtractor } from './extractors/rules/rules-extractor.js';
import { readAuthority, shippedAuthority } from './lexicon/load-authority.js';
import { type KnownEntities, resolve } from './resolve.js';
import type { SourceDocument, SourceInput } from './sources/source.js';
import { readSources } from './sources/sources.js';

/** Raised whenever the pipeline would give another graph for the same document: stored documents are then read anew. */
const pipelineVersion = 1;

export interface PipelineOptions {
  /** Paths of authority files beside the one that ships with the project. */
  readonly authorities?: readonly string[];
}

/** The way of a document, from bytes to what a store takes. Nothing here touches a store, a network or a clock. */
export interface Pipeline {
  /** bytes → documents. @throws {UnreadableInputError} */
  read(input: SourceInput): Iterable<SourceDocument>;
  /** document → its graph. */
  extract(document: SourceDocument): Promise<DocumentGraph>;
  /** Equal for equal documents read by the same pipeline. */
  fingerprint(document: SourceDocument): string;
  /** graph → batch, linked to what the store knows. */
  resolve(graph: DocumentGraph, document: SourceDocument, known: KnownEntities): Promise<GraphBatch>;
}

/** @throws {UnreadableInputError} when an authority file can't be read. */
export async function createPipeline(options: PipelineOptions = {}): Promise<Pipeline> {
  const added = (options.authorities ?? []).flatMap((path) => readAuthority(path));
  const addedIds = new Set(added.map(({ id }) => id));
  const records = [...shippedAuthority().filter(({ id }) => !addedIds.has(id)), ...added];
  const extractor = rulesExtractor(records);
  const reader = createHash('sha256').update(`${pipelineVersion}\n`).update(JSON.stringify(records)).digest('hex');
  const fingerprint = (document: SourceDocument) =>
    createHash('sha256')
      .update(reader)
      .update(JSON.stringify({ ...document, text: '' }))
      .update(document.text)
      .digest('hex');

  return {
    read: readSources,
    extract: async (document) => extractor.extract(document),
    fingerprint,
    resolve: (graph, document, known) => resolve(graph, document, fingerprint(document), extractor.name, known),
  };
}
