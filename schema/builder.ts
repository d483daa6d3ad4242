import SchemaBuilder, { type ArgBuilder } from '@pothos/core';
import ComplexityPlugin, { ComplexityErrorKind } from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin, { type AuthFailure, AuthScopeFailureType } from '@pothos/plugin-scope-auth';
import { type DocumentNode, type GraphQLResolveInfo, Kind } from 'graphql';
import type { Role } from '../src/model/access-token.js';
import type { SchemaContext } from './context.js';
import { limits } from './limits.js';
import { hasRole, refusal } from './needed-role.js';
import { nodeTypeName } from './node-type-name.js';
import { fieldCost, recordCost, tooBroad, tooCostly, wrapperCost } from './query-cost.js';
import { reads } from './reads.js';

function documentOf({ operation, fragments }: GraphQLResolveInfo): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] };
}

const pageSizes = `${limits.defaultPageSize} where neither first nor last is given, ${limits.maxPageSize} at most`;

/** The scope that failed, which the plugin wraps in the ways in which scopes combine. */
function missingRole(failure: AuthFailure): Role | undefined {
  if (failure.kind === AuthScopeFailureType.AuthScope) return failure.parameter as Role;
  return 'failures' in failure ? failure.failures.map(missingRole).find((role) => role !== undefined) : undefined;
}

/**
 * Relay's global identifiers are our readable ones, unencoded, so the plugin's own `node` and `nodes` are off and
 * `schema/queries` asks the store instead.
 */
export const builder = new SchemaBuilder<{
  Context: SchemaContext;
  AuthScopes: { role: Role };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    PartialDate: { Input: string; Output: string };
  };
}>({
  // First, so that it wraps what the others do: nothing is read for who may not have it.
  plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ caller }) => ({ role: (needed) => hasRole(caller, needed) }),
    unauthorizedError: (_parent, { caller }, _info, { failure }) => refusal(caller, missingRole(failure) ?? 'ADMIN'),
  },
  complexity: {
    limit: ({ isMeasured }) => (isMeasured ? {} : { complexity: limits.maxComplexity, breadth: limits.maxFields }),
    fieldComplexity: fieldCost,
    complexityError: (kind, { complexity, breadth }, info) =>
      kind === ComplexityErrorKind.Breadth
        ? tooBroad(breadth)
        : tooCostly(complexity, { ...info, variables: info.variableValues, document: documentOf(info) }),
  },
  relay: {
    cursorType: 'String',
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything with an identifier of its own.',
      resolveType: (value) => nodeTypeName((value as { id: string }).id),
    },
    idFieldOptions: { description: 'Readable and stable: "person:kim-il-sung".' },
    edgesFieldOptions: {
      nullable: false,
      description: 'The records of this page, each with its cursor.',
      complexity: wrapperCost,
      extensions: reads({}),
    },
    nodeFieldOptions: { nullable: false, description: 'The record.', complexity: recordCost, extensions: reads({}) },
    nodesOnConnection: { description: 'The records of this page.', complexity: recordCost, extensions: reads({}) },
    cursorFieldOptions: { description: 'Place of the record in this order, for `after` and `before`.' },
    pageInfoTypeOptions: { description: 'Where a page stands in its order.' },
    pageInfoFieldOptions: { description: 'Where this page stands.', complexity: wrapperCost, extensions: reads({}) },
    hasNextPageFieldOptions: { description: 'Whether records follow this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether records precede this page.' },
    startCursorFieldOptions: { description: "The first record's cursor; null where the page is empty." },
    endCursorFieldOptions: { description: "The last record's cursor; null where the page is empty." },
    firstArgOptions: { description: `Most records to read, forward; ${pageSizes}.` },
    afterArgOptions: { description: 'Reads on behind this cursor. Goes with first.' },
    lastArgOptions: { description: `Most records to read, backward from the end or from before; ${pageSizes}.` },
    beforeArgOptions: { description: 'Reads up to this cursor. Goes with last.' },
  },
});

export type BuilderTypes = typeof builder.$inferSchemaTypes;
/** Builds a field of the query type; each file of `schema/queries` is a function of it. */
export type QueryFields = PothosSchemaTypes.QueryFieldBuilder<BuilderTypes, BuilderTypes['Root']>;
/** Builds a field of the mutation type. */
export type MutationFields = PothosSchemaTypes.MutationFieldBuilder<BuilderTypes, BuilderTypes['Root']>;
/** Builds a field of the subscription type. */
export type SubscriptionFields = PothosSchemaTypes.SubscriptionFieldBuilder<BuilderTypes, BuilderTypes['Root']>;
export type FieldsOf<Shape> = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Shape>;
/** `t.arg` of any field. */
export type Args = ArgBuilder<BuilderTypes>;
