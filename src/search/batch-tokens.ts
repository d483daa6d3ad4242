import type { GraphBatch } from '../model/records.js';
import { documentTokens } from './document-tokens.js';
import { indexedPassages } from './passage-tokens.js';
import { proseWords } from './words.js';

/** What full-text search finds of a document: tokens with a space between them. */
export interface BatchTokens {
  readonly document: string;
  /** By statement, and by piece of evidence for a relation; of evidence for a statement there are none. */
  readonly claims: ReadonlyMap<string, string>;
}

/** The tokens of a document and of its claims; its text is cut into words once for them all. */
export function batchTokens(batch: GraphBatch): BatchTokens {
  const words = proseWords(batch.text);
  const { statements, evidence } = indexedPassages(batch, words);
  return {
    document: documentTokens(batch, words),
    claims: new Map([...statements, ...evidence].map(({ id, tokens }) => [id, tokens])),
  };
}
