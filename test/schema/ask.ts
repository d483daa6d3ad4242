import { getOperationAST, graphql, parse } from 'graphql';
import { createContext } from '../../schema/context.js';
import { readingOf } from '../../schema/reading-of.js';
import { schema } from '../../schema/schema.js';
import { DiplographError } from '../../src/errors.js';
import type { Caller } from '../../src/model/access-token.js';
import type { GraphBatch } from '../../src/model/records.js';
import { readsAll } from '../../src/store/brief-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { watchFields } from './watch-fields.js';

export const admin: Caller = { name: 'admin', role: 'ADMIN' };

/** Opens an empty store; each back end's test file has one. */
export type OpenStore = () => Promise<GraphStore>;

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which each test knows.
type Answer = any;

export async function fill(open: OpenStore, batches: readonly GraphBatch[]): Promise<GraphStore> {
  const store = await open();
  for (const batch of batches) await store.putDocument(batch);
  return store;
}

/** The data of an answer without errors, of no more fields of records than the question says that it reads, on a context of its own as every request has. */
export async function ask(
  store: GraphStore,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<Answer> {
  const document = parse(source);
  const operation = getOperationAST(document);
  const reading = operation ? readingOf(schema, document, operation) : readsAll;
  const contextValue = createContext(watchFields(store.briefly(reading)));
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data));
}

/** The data of a change that the admin makes. */
export async function change(store: GraphStore, source: string): Promise<Answer> {
  const { data, errors } = await graphql({ schema, source, contextValue: createContext(store, admin) });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data));
}

/** The error that was thrown on purpose; fails where there was another, or none. */
export async function refusal(
  store: GraphStore,
  source: string,
  caller: Caller | null = null,
): Promise<DiplographError> {
  const { data, errors } = await graphql({ schema, source, contextValue: createContext(store, caller) });
  const [error] = errors ?? [];
  if (error?.originalError instanceof DiplographError) return error.originalError;
  throw new Error(`Expected a DiplographError, got ${JSON.stringify(error ?? data)}.`);
}
