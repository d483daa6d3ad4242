import { InvalidGraphError } from '../../src/errors.js';
import type { DocumentRecord } from '../../src/model/records.js';
import type { Loaders } from '../loaders.js';

/** The document that a record stands in; every such record goes away with its document. */
export async function knownDocument(loaders: Loaders, id: string): Promise<DocumentRecord> {
  const document = await loaders.document(id);
  if (document === null) throw new InvalidGraphError('A record stands in a document that the store lacks.');
  return document;
}
