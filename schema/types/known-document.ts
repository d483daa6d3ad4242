import type { GraphQLResolveInfo } from 'graphql';
import { InvalidGraphError } from '../../src/errors.js';
import type { DocumentRecord } from '../../src/model/records.js';
import type { Loaders } from '../loaders.js';
import { type MaybePromise, whenThere } from '../maybe-promise.js';
import { asksIdentifierAlone } from '../read-ahead.js';

/**
 * The document that a record stands in; every such record goes away with its document.
 *
 * @param info - Of the field that gives it: where nothing but the identifier is asked for, the document isn't read.
 */
export function knownDocument(loaders: Loaders, id: string, info?: GraphQLResolveInfo): MaybePromise<DocumentRecord> {
  if (info && asksIdentifierAlone(info.fieldNodes)) return { id } as DocumentRecord;
  return whenThere(loaders.document(id), (document) => {
    if (document === null) throw new InvalidGraphError('A record stands in a document that the store lacks.');
    return document;
  });
}
