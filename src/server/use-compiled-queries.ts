import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';

/** What is known of one operation of a document: that it was asked, or how it is answered; `null` where it can't be compiled. */
type Known = 'asked' | CompiledQuery | null;

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

/**
 * A function for each query that is asked again, which answers it several times as quickly as the walk through its
 * document does. Compiling takes longer than one answer: what is asked once isn't compiled. Yoga keeps a document as long
 * as it remembers its text, and what is known of it goes with it.
 */
export function useCompiledQueries(): Plugin {
  const documents = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Known>>();
  return {
    onExecute({ args, setExecuteFn }) {
      const { schema, document, operationName, variableValues } = args;
      const operation = getOperationAST(document, operationName);
      if (operation?.operation !== 'query') return;
      const operations = documents.get(document) ?? new Map<OperationDefinitionNode, Known>();
      documents.set(document, operations);
      let known = operations.get(operation);
      if (known === 'asked') {
        const compiled = compileQuery(schema, document, operationName ?? undefined);
        known = isCompiledQuery(compiled) ? compiled : null;
      }
      operations.set(operation, known === undefined ? 'asked' : known);
      if (!known) return;
      // Variables of a wrong form are told by GraphQL itself, in its words.
      const variables = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
      if (variables.errors) return;
      const { query } = known;
      setExecuteFn(async ({ rootValue, contextValue, variableValues: values }): Promise<ExecutionResult> => {
        const { errors, ...answer } = await query(rootValue, contextValue, values);
        return errors ? { errors: errors.map((error) => located(error, document)), ...answer } : answer;
      });
    },
  };
}
