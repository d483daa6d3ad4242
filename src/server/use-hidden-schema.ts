import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** What GraphQL adds to an error where a name was misspelt: the names that there are. */
const suggestion = / Did you mean [^?]*\?/g;

function withoutSuggestion(error: GraphQLError): GraphQLError {
  if (!error.message.includes('Did you mean')) return error;
  const { nodes = null, source = null, positions = null, path = null, originalError = null, extensions } = error;
  const place = { nodes, source, positions, path, originalError, extensions };
  return new GraphQLError(error.message.replace(suggestion, ''), place);
}

/**
 * Keeps the schema to itself: no introspection, and no names in errors, of fields, types, arguments or the values of
 * enums, whether they come from checking a query or its variables.
 */
export function useHiddenSchema(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result)) return;
      setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
    },
  };
}
