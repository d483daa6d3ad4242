import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/**
 * `graphql(…)` reads a query at compile time: its variables and its answer have types, and a field that the schema
 * lacks doesn't compile. `npx gql.tada generate-output` writes what it knows of the schema, graphql-env.d.ts.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; PartialDate: string };
}>();

export type { FragmentOf, ResultOf } from 'gql.tada';
export { readFragment } from 'gql.tada';
