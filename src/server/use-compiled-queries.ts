import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';
import { compiledFields } from './compiled-fields.js';
import { withoutDefer } from './without-defer.js';

/** To compile so many takes some ten milliseconds, which are gained back by a few answers. */
const mostFields = 600;

/** How many are kept, those that were asked last; one may take hundreds of kilobytes. */
const mostKept = 100;

/** A compiled query knows lines and columns, and nothing else of where its errors stand. */
function located(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  if (!loc) return error;
  const { message, locations = [], path, originalError } = error;
  const lineStarts = [
    0,
    ...[...loc.source.body.matchAll(/\r\n|[\n\r]/g)].map(({ 0: end, index }) => index + end.length),
  ];
  const positions = locations.map(({ line, column }) => (lineStarts[line - 1] ?? 0) + column - 1);
  return new GraphQLError(message, { source: loc.source, positions, path: path ?? null, originalError });
}

function compiledQuery(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  // A compiled query gives its answer as a whole.
  if (withoutDefer(document) !== document || compiledFields(schema, document, operation, mostFields) > mostFields)
    return null;
  const compiled = compileQuery(schema, document, operation.name?.value);
  return isCompiledQuery(compiled) ? compiled : null;
}

/**
 * A function for each query that is asked again, which answers it several times as quickly as the walk through its
 * document does. Compiling takes longer than one answer: what is asked once isn't compiled, nor what has too many forms.
 * Yoga gives the same document for the same text.
 */
export function useCompiledQueries(): Plugin {
  const asked = new WeakSet<OperationDefinitionNode>();
  const kept = new Map<OperationDefinitionNode, CompiledQuery | null>();

  function compiledOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    if (!asked.has(operation)) {
      asked.add(operation);
      return null;
    }
    const known = kept.get(operation);
    const compiled = known === undefined ? compiledQuery(schema, document, operation) : known;
    // Put in anew, so that the first is the one that wasn't asked for longest.
    kept.delete(operation);
    kept.set(operation, compiled);
    const [first] = kept.keys();
    if (first && kept.size > mostKept) kept.delete(first);
    return compiled;
  }

  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { schema, document, operationName } = args;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'query') return;
      const compiled = compiledOf(schema, document, operation);
      if (!compiled) return;
      const { query } = compiled;
      const walk = executeFn as (asked: ExecutionArgs) => Promise<ExecutionResult>;
      setExecuteFn(async (asked: ExecutionArgs): Promise<ExecutionResult> => {
        const answer = await query(asked.rootValue, asked.contextValue, asked.variableValues);
        if (!answer.errors) return answer;
        // Variables of a wrong form, of which nothing has run, are told by GraphQL itself, in its words.
        if (!('data' in answer)) return walk(asked);
        return { errors: answer.errors.map((error) => located(error, document)), data: answer.data };
      });
    },
  };
}
