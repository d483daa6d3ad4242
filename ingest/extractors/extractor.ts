import type { DocumentGraph } from '../../src/model/document-graph.js';
import type { SourceDocument } from '../sources/source.js';

/** What turns a document into its graph. Pure: no store, no network, no clock. */
export interface Extractor {
  readonly name: string;
  extract(document: SourceDocument): DocumentGraph;
}
