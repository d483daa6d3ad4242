import { InvalidGraphError } from '../../src/errors.js';
import type { DocumentRecord } from '../../src/model/records.js';
import type { Loaders } from '../loaders.js';
import { type MaybePromise, whenThere } from '../maybe-promise.js';

/** The document that a record stands in; every such record goes away with its document. */
export function knownDocument(loaders: Loaders, id: string): MaybePromise<DocumentRecord> {
  return whenThere(loaders.document(id), (document) => {
    if (document === null) throw new InvalidGraphError('A record stands in a document that the store lacks.');
    return document;
  });
}
