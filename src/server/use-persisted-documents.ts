import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { DiplographError } from '../errors.js';
import type { PersistedDocuments } from './persisted-documents.js';

/** The parameter of a request that names a document instead of bringing one. */
export const documentIdParameter = 'documentId';

export interface PersistedDocumentOptions {
  readonly documents: PersistedDocuments;
  /** Whether nothing else runs. */
  readonly only: boolean;
}

function documentId(params: object, request: Request): string | null {
  const given: unknown = Reflect.get(params, documentIdParameter);
  if (typeof given === 'string') return given;
  return new URL(request.url, 'http://localhost').searchParams.get(documentIdParameter);
}

/** Runs documents by their identifiers, as the appendix of GraphQL over HTTP has it. */
export function usePersistedDocuments(
  { documents, only }: PersistedDocumentOptions,
  translateError: (error: unknown) => GraphQLError,
): Plugin {
  const refusal = (code: 'BAD_ARGUMENT' | 'UNKNOWN_DOCUMENT' | 'ONLY_PERSISTED', message: string, cure: string) => () =>
    translateError(new DiplographError(code, message, cure));
  return usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: documentId,
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: {
      notFound: refusal(
        'UNKNOWN_DOCUMENT',
        'There is no persisted document of this identifier.',
        only ? 'Ask whoever runs the server to take the document in.' : 'Send the document itself as query.',
      ),
      keyNotFound: refusal(
        'BAD_ARGUMENT',
        'The request names no document.',
        only ? 'Send documentId.' : 'Send query or documentId.',
      ),
      persistedQueryOnly: refusal(
        'ONLY_PERSISTED',
        'This server runs persisted documents alone.',
        'Send documentId instead of query.',
      ),
    },
  });
}
