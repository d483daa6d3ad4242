import { type GraphQLError, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { handleStreamOrSingleExecutionResult, type Plugin } from 'graphql-yoga';
import type { SchemaContext } from '../../schema/context.js';
import { type AskedQuery, measureQuery } from '../../schema/costly-path.js';
import { limits } from '../../schema/limits.js';
import { tooBroad, tooCostly } from '../../schema/query-cost.js';

/** Of one operation, by the shape of its variables: whoever sends ever new ones has them measured anew. */
const mostShapes = 20;
const longestShape = 1_000;

/** Costs follow from numbers, from how long lists are and from what is set, never from what a text says. */
function shapeOf(value: unknown): string {
  if (typeof value === 'string') return '""';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  return `{${Object.entries(value)
    .map(([name, set]) => `${JSON.stringify(name)}:${shapeOf(set)}`)
    .join()}}`;
}

/** `measureQuery`, which isn't asked again for what differs by its texts alone. Yoga gives the same document for the same text. */
function createMeasure(): typeof measureQuery {
  const measured = new WeakMap<OperationDefinitionNode, Map<string, ReturnType<typeof measureQuery>>>();
  return (query: AskedQuery) => {
    const known = measured.get(query.operation) ?? new Map<string, ReturnType<typeof measureQuery>>();
    measured.set(query.operation, known);
    const shape = shapeOf(query.variables);
    const cost = known.get(shape) ?? measureQuery(query);
    if (shape.length <= longestShape && known.size < mostShapes) known.set(shape, cost);
    return cost;
  };
}

/**
 * Estimates what a query may bring before anything of it runs, refuses what is too much, and tells the estimate in
 * `extensions.cost` of every answer: `{ "estimate": 162, "limit": 50000, "fields": 21, "fieldLimit": 500 }`.
 */
export function useQueryCost(translateError: (error: unknown) => GraphQLError): Plugin<SchemaContext> {
  const measure = createMeasure();
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, contextValue } = args;
      const operation = getOperationAST(document, operationName);
      if (!operation) return undefined;
      const query = { schema, document, operation, variables: args.variableValues ?? {} };
      let measured: ReturnType<typeof measureQuery>;
      try {
        measured = measure(query);
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
      contextValue.isMeasured = true;
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
