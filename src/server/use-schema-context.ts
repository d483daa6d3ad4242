import { type ExecutionArgs, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { briefTypes } from '../../schema/brief-types.js';
import { createContext } from '../../schema/context.js';
import type { IngestJobs } from '../jobs/ingest-jobs.js';
import { type BriefTypes, wholeRecords } from '../store/brief-records.js';
import type { GraphStore } from '../store/graph-store.js';
import type { Stops } from './stops.js';
import type { Callers } from './use-access.js';

/** What resolvers see, and of the store no more of its records than the operation asks for. */
export function useSchemaContext(store: GraphStore, stops: Stops, callers: Callers, jobs?: IngestJobs): Plugin {
  /** Yoga gives the same document for the same text. */
  const known = new WeakMap<OperationDefinitionNode, BriefTypes>();

  function briefTypesOf({ schema, document, operationName }: ExecutionArgs): BriefTypes {
    const operation = getOperationAST(document, operationName);
    if (!operation) return wholeRecords;
    const brief = known.get(operation) ?? briefTypes(schema, document, operation);
    known.set(operation, brief);
    return brief;
  }

  function fill(args: ExecutionArgs & { readonly contextValue: { readonly request: Request } }): void {
    const { request } = args.contextValue;
    const reading = store.stoppedBy(stops.of(request)).briefly(briefTypesOf(args));
    Object.assign(args.contextValue, createContext(reading, callers.of(request), jobs));
  }

  return {
    onExecute: ({ args }) => fill(args),
    onSubscribe: ({ args }) => fill(args),
  };
}
