import { type Change, ChangeType, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

/** What a client has to know of a new schema; each change is one sentence. */
export interface SchemaChanges {
  /** A query that was valid is so no longer, or an answer lacks what it had to have. */
  readonly breaking: readonly string[];
  /** A query is still valid, and a client may meet what it doesn't know. */
  readonly dangerous: readonly string[];
  readonly added: readonly string[];
}

const additions: ReadonlySet<string> = new Set([
  ChangeType.TypeAdded,
  ChangeType.FieldAdded,
  ChangeType.FieldArgumentAdded,
  ChangeType.EnumValueAdded,
  ChangeType.InputFieldAdded,
]);

/**
 * An argument that may be left out and has no default means, left out, what the field meant before there was one: that
 * is the rule for all of ours, so it is an addition. graphql-js and the inspector call it dangerous, and a filter that is
 * added to every connection would bury what is.
 */
function isOptionalArgument(change: Change): boolean {
  if (change.type !== ChangeType.FieldArgumentAdded) return false;
  const { hasDefaultValue, isAddedFieldArgumentBreaking } = change.meta as {
    readonly hasDefaultValue: boolean;
    readonly isAddedFieldArgumentBreaking: boolean;
  };
  return !hasDefaultValue && !isAddedFieldArgumentBreaking;
}

/** Whether the change is told of an interface of the type already: a field of Entity is one of all seven kinds too. */
function isInherited({ type, path }: Change, changes: readonly Change[], schemas: readonly GraphQLSchema[]): boolean {
  const [owner = '', ...rest] = (path ?? '').split('.');
  if (rest.length === 0) return false;
  const interfaces = schemas.flatMap((schema) => {
    const found = schema.getType(owner);
    return isObjectType(found) || isInterfaceType(found) ? found.getInterfaces().map(({ name }) => name) : [];
  });
  return interfaces.some((name) =>
    changes.some((other) => other.type === type && other.path === [name, ...rest].join('.')),
  );
}

/** Descriptions don't count. */
export async function schemaChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<SchemaChanges> {
  const all = await diff(before, after, [DiffRule.ignoreDescriptionChanges, DiffRule.simplifyChanges]);
  const own = all.filter((change) => !isInherited(change, all, [before, after]));
  const sentences = (isTold: (change: Change) => boolean): readonly string[] =>
    [...new Set(own.filter(isTold).map(({ message }) => message.replace(/\.?$/, '.')))].sort();
  const isOf = (level: CriticalityLevel) => (change: Change) =>
    change.criticality.level === level && !isOptionalArgument(change);
  return {
    breaking: sentences(isOf(CriticalityLevel.Breaking)),
    dangerous: sentences(isOf(CriticalityLevel.Dangerous)),
    added: sentences(
      (change) =>
        isOptionalArgument(change) || (isOf(CriticalityLevel.NonBreaking)(change) && additions.has(change.type)),
    ),
  };
}
