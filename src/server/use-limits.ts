import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limits } from '../../schema/limits.js';

/** GraphiQL's introspection has about 400 tokens and the longest worked query about 150. */
const maxTokens = 2_000;
const maxAliases = 30;
const maxDirectives = 20;

/**
 * Limits on the shape of a query, checked before it runs. What it may cost is in the schema itself (`limits.ts` there),
 * since only the schema knows page sizes; Armor's own cost ignores them.
 */
export function useLimits(): Plugin {
  const onReject = [
    (_context: unknown, error: GraphQLError) => {
      Object.assign(error.extensions, { code: 'BAD_ARGUMENT', cure: 'Ask for less at once.' });
    },
  ];
  return EnvelopArmorPlugin({
    maxDepth: { n: limits.maxDepth, flattenFragments: true, onReject },
    maxAliases: { n: maxAliases, onReject },
    maxDirectives: { n: maxDirectives, onReject },
    maxTokens: { n: maxTokens, onReject },
    blockFieldSuggestion: { enabled: false },
    costLimit: { enabled: false },
  });
}
