import { createHash } from 'node:crypto';
import type { DocumentGraph } from '../src/model/document-graph.js';
import type { GraphBatch } from '../src/model/records.js';
import type { LlmSettings } from './extractors/llm/llm-settings.js';
import { rulesExtractor } from './extractors/rules/rules-extractor.js';
import { readAuthority, shippedAuthority } from './lexicon/load-authority.js';
import { resolve } from './resolve.js';
import type { SourceDocument, SourceInput } from './sources/source.js';
import { readSources } from './sources/sources.js';

/** Raised whenever the pipeline would give another graph for the same document: stored documents are then read anew. */
const pipelineVersion = 4;

export interface PipelineOptions {
  /** Paths of authority files beside the one that ships with the project. */
  readonly authorities?: readonly string[];
  /** A language model that reads each document after the rules. */
  readonly llm?: LlmSettings | undefined;
}

/**
 * The way of a document, from bytes to what a store takes. Nothing here touches a store; nothing but a language model,
 * where one is set, a network or a clock.
 */
export interface Pipeline {
  /** bytes → documents. @throws {UnreadableInputError} */
  read(input: SourceInput): AsyncIterable<SourceDocument>;
  /** document → its graph. */
  extract(document: SourceDocument): Promise<DocumentGraph>;
  /** Equal for equal documents read by the same pipeline. */
  fingerprint(document: SourceDocument): string;
  /** graph → batch. */
  resolve(graph: DocumentGraph, document: SourceDocument): GraphBatch;
}

/** @throws {UnreadableInputError} when an authority file can't be read. */
export async function createPipeline(options: PipelineOptions = {}): Promise<Pipeline> {
  const added = (options.authorities ?? []).flatMap((path) => readAuthority(path));
  const extractor = rulesExtractor(shippedAuthority(), added);
  const second = options.llm === undefined ? undefined : await openLlmExtractor(options.llm);
  const readBy = createHash('sha256')
    .update(`${pipelineVersion}\n`)
    .update(JSON.stringify([shippedAuthority(), added]));
  if (second !== undefined) readBy.update(`\n${second.name}`);
  const reader = readBy.digest('hex');
  const fingerprint = (document: SourceDocument) =>
    createHash('sha256')
      .update(reader)
      .update(JSON.stringify({ ...document, text: '' }))
      .update(document.text)
      .digest('hex');

  return {
    read: readSources,
    async extract(document) {
      const graph = extractor.extract(document);
      return second === undefined ? graph : second.complete(document, graph);
    },
    fingerprint,
    resolve(graph, document) {
      const whole = fingerprint(document);
      // What a model didn't come to read is read again next time.
      const failed = graph.document.coverage.model?.failure !== undefined;
      return resolve(graph, document, failed ? `${whole}-incomplete` : whole, extractor.name);
    },
  };
}

/** Imported only where it is asked for: the client of the protocol is large. */
async function openLlmExtractor(settings: LlmSettings) {
  const { llmExtractor } = await import('./extractors/llm/llm-extractor.js');
  return llmExtractor(settings);
}
