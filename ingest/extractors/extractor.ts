import type { DocumentGraph } from '../../src/model/document-graph.js';
import type { SourceDocument } from '../sources/source.js';

/** What turns a document into its graph. Pure: no store, no network, no clock. */
export interface Extractor {
  readonly name: string;
  extract(document: SourceDocument): DocumentGraph;
}

/** What adds to the graph of a document, each claim with its own name. It may ask a server, and need time. */
export interface SecondExtractor {
  readonly name: string;
  /** Never fails: the graph says how far it came. */
  complete(document: SourceDocument, graph: DocumentGraph): Promise<DocumentGraph>;
}
