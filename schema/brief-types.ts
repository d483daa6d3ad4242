import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { entityKinds } from '../src/model/ontology.js';
import { type BriefTypes, briefFields, type RecordType, wholeRecords } from '../src/store/brief-records.js';
import type { Reads } from './reads.js';

type Briefable = keyof typeof briefFields;
const briefable = Object.keys(briefFields) as readonly Briefable[];

/** The record that an object of a GraphQL type is. */
const recordTypes: ReadonlyMap<string, RecordType> = new Map([
  ...['Entity', ...Object.values(entityKinds).map(({ typeName }) => typeName)].map((name) => [name, 'entity'] as const),
  ['Relation', 'relation'],
  ['NetworkEdge', 'relation'],
  ['Statement', 'statement'],
  ['Evidence', 'evidence'],
  ['Mention', 'mention'],
  ['Document', 'document'],
]);

/** What a field reads of records; `null` where that isn't known. */
function readsOf(parent: GraphQLNamedType, { name, extensions }: GraphQLField<unknown, unknown>): Reads | null {
  // A brief record has its identifier; what may give evidence as a node says that it reads it.
  if (parent.name === 'Node' && name === 'id') return {};
  if (extensions.reads) return extensions.reads;
  const exposed = extensions.pothosExposedField;
  if (typeof exposed !== 'string') return null;
  const record = recordTypes.get(parent.name);
  return record ? { [record]: [exposed] } : {};
}

/** Marks what isn't brief any longer. */
function spend(brief: Set<Briefable>, reads: Reads): void {
  for (const type of briefable) {
    const fields: readonly string[] = briefFields[type];
    if (reads[type]?.some((field) => !fields.includes(field))) brief.delete(type);
  }
}

/** @returns Whether all is known that the selection reads. */
function follow(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  parent: GraphQLNamedType,
  selections: readonly SelectionNode[],
  brief: Set<Briefable>,
): boolean {
  return selections.every((node) => {
    if (node.kind !== Kind.FIELD) {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      return follow(schema, fragments, condition ?? parent, fragment?.selectionSet.selections ?? [], brief);
    }
    if (node.name.value.startsWith('__')) return true;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const reads = field ? readsOf(parent, field) : null;
    if (!field || reads === null) return false;
    spend(brief, reads);
    const inner = getNamedType(field.type);
    return follow(schema, fragments, inner, node.selectionSet?.selections ?? [], brief);
  });
}

/** The types of records of which an operation, a valid one, reads no more than `briefFields`. */
export function briefTypes(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): BriefTypes {
  const root = schema.getRootType(operation);
  const brief = new Set(briefable);
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return root && follow(schema, fragments, root, selectionSet.selections, brief) ? brief : wholeRecords;
}
