import { type GraphQLError, getOperationAST } from 'graphql';
import { handleStreamOrSingleExecutionResult, type Plugin } from 'graphql-yoga';
import { measureQuery } from '../../schema/costly-path.js';
import { limits } from '../../schema/limits.js';
import { tooBroad, tooCostly } from '../../schema/query-cost.js';

/**
 * Estimates what a query may bring before anything of it runs, refuses what is too much, and tells the estimate in
 * `extensions.cost` of every answer: `{ "estimate": 162, "limit": 50000, "fields": 21, "fieldLimit": 500 }`.
 */
export function useQueryCost(translateError: (error: unknown) => GraphQLError): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName } = args;
      const operation = getOperationAST(document, operationName);
      if (!operation) return undefined;
      const query = { schema, document, operation, variables: args.variableValues ?? {} };
      let measured: ReturnType<typeof measureQuery>;
      try {
        measured = measureQuery(query);
      } catch {
        // Variables or arguments of a wrong form: execution says so with the place.
        return undefined;
      }
      const { complexity, breadth } = measured;
      const cost = { estimate: complexity, limit: limits.maxComplexity, fields: breadth, fieldLimit: limits.maxFields };
      const refusal =
        breadth > limits.maxFields
          ? tooBroad(breadth)
          : complexity > limits.maxComplexity
            ? tooCostly(complexity, query)
            : null;
      if (refusal !== null) {
        setResultAndStopExecution({ errors: [translateError(refusal)], extensions: { cost } });
        return undefined;
      }
      return {
        onExecuteDone: (payload) =>
          handleStreamOrSingleExecutionResult(payload, ({ result, setResult }) => {
            const isLaterPart = 'incremental' in result;
            if (!isLaterPart) setResult({ ...result, extensions: { ...result.extensions, cost } });
          }),
      };
    },
  };
}
