import { createHash } from 'node:crypto';
import { foldName } from '../../names/fold-name.js';

/**
 * One token for a whole folded name, for the full-text index of exact names: Neo4j's range indexes don't look into
 * lists, and Lucene's tokenizer breaks tokens of more than 255 characters, which a digest never has. 64 bits: a
 * collision gives a candidate too many, which is checked against its names anyway.
 */
export function foldedNameKey(folded: string): string {
  return createHash('sha256').update(folded).digest('hex').slice(0, 16);
}

export function nameKey(name: string): string {
  return foldedNameKey(foldName(name));
}
