import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { z } from 'zod';
import { ConfigurationError } from '../errors.js';

/** Documents by identifier: `sha256:` and the digest of the document, or a name of one's own without a colon. */
export type PersistedDocuments = ReadonlyMap<string, string>;

const digestPrefix = 'sha256:';
const bareDigest = /^[0-9a-f]{64}$/;
const ownName = /^[\w.~-]+$/;

/** Some tools write digests without the prefix that requests have. */
function identifier(key: string): string {
  return bareDigest.test(key) ? `${digestPrefix}${key}` : key;
}

function digest(document: string): string {
  return `${digestPrefix}${createHash('sha256').update(document).digest('hex')}`;
}

function faultOf(id: string, document: string, schema: GraphQLSchema): string | null {
  if (id.startsWith(digestPrefix) && id !== digest(document)) return 'the digest is of another document';
  if (!id.startsWith(digestPrefix) && !ownName.test(id)) return 'the identifier is neither a digest nor a plain name';
  try {
    return validate(schema, parse(document))[0]?.message ?? null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Reads a JSON object of identifiers and documents, as client generators write it.
 *
 * @throws {ConfigurationError} when the file can't be read, or one of the documents doesn't fit the schema: better at the
 *   start than when somebody asks.
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-Appendix-Persisted-Documents
 */
export function readPersistedDocuments(file: string, schema: GraphQLSchema): PersistedDocuments {
  let read: Record<string, string>;
  try {
    read = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ConfigurationError(
      `The file ${file} holds no persisted documents.`,
      'Name a JSON file of the form { "sha256:…": "query { … }" } with DIPLOGRAPH_PERSISTED_DOCUMENTS.',
      { cause },
    );
  }
  const documents = new Map(Object.entries(read).map(([key, document]) => [identifier(key), document]));
  for (const [id, document] of documents) {
    const fault = faultOf(id, document, schema);
    if (fault === null) continue;
    throw new ConfigurationError(
      `The persisted document ${JSON.stringify(id)} of ${file} can't be served: ${fault}.`,
      'Generate the file anew from documents that fit schema/schema.graphql.',
    );
  }
  return documents;
}
