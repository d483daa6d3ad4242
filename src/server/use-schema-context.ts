import { type ExecutionArgs, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createContext } from '../../schema/context.js';
import { readingOf } from '../../schema/reading-of.js';
import type { IngestJobs } from '../jobs/ingest-jobs.js';
import { type Reading, readsAll } from '../store/brief-records.js';
import type { GraphStore } from '../store/graph-store.js';
import type { Stops } from './stops.js';
import type { Callers } from './use-access.js';

/** What resolvers see, and of the store no more of its records than the operation asks for. */
export function useSchemaContext(store: GraphStore, stops: Stops, callers: Callers, jobs?: IngestJobs): Plugin {
  /** Yoga gives the same document for the same text. */
  const known = new WeakMap<OperationDefinitionNode, Reading>();

  function readingOfArgs({ schema, document, operationName }: ExecutionArgs): Reading {
    const operation = getOperationAST(document, operationName);
    if (!operation) return readsAll;
    const reading = known.get(operation) ?? readingOf(schema, document, operation);
    known.set(operation, reading);
    return reading;
  }

  function fill(args: ExecutionArgs & { readonly contextValue: { readonly request: Request } }): void {
    const { request } = args.contextValue;
    const narrowed = store.stoppedBy(stops.of(request)).briefly(readingOfArgs(args));
    Object.assign(args.contextValue, createContext(narrowed, callers.of(request), jobs));
  }

  return {
    onExecute: ({ args }) => fill(args),
    onSubscribe: ({ args }) => fill(args),
  };
}
