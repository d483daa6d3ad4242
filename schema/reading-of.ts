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
import { type Reading, type RecordType, readsAll } from '../src/store/brief-records.js';
import type { Reads } from './reads.js';

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

/** What is looked at of records whatever is asked for: which they are, and of which type. */
const alwaysRead: Required<{ readonly [Type in RecordType]: readonly string[] }> = {
  entity: ['id', 'kind'],
  relation: ['id'],
  statement: ['id'],
  evidence: [],
  mention: ['id'],
  document: ['id'],
};

/** Fields of pages, whichever records they have. */
const ofCursors: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor']);
const ofMore: ReadonlySet<string> = new Set(['hasNextPage', 'hasPreviousPage']);

/** A reading that is being found out. */
interface Found {
  readonly fields: ReadonlyMap<RecordType, Set<string>>;
  cursors: boolean;
  more: boolean;
}

/** What a field reads of records; `null` where that isn't known. */
function readsOf(parent: GraphQLNamedType, { name, extensions }: GraphQLField<unknown, unknown>): Reads | null {
  // What may give evidence as a node says that it reads its identifier.
  if (parent.name === 'Node' && name === 'id') return {};
  if (extensions.reads) return extensions.reads;
  const exposed = extensions.pothosExposedField;
  if (typeof exposed !== 'string') return null;
  const record = recordTypes.get(parent.name);
  return record ? { [record]: [exposed] } : {};
}

function add(found: Found, name: string, reads: Reads): void {
  found.cursors ||= ofCursors.has(name);
  found.more ||= ofMore.has(name);
  for (const [type, fields] of found.fields) for (const field of reads[type] ?? []) fields.add(field);
}

/** @returns Whether all is known that the selection reads. */
function follow(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  parent: GraphQLNamedType,
  selections: readonly SelectionNode[],
  found: Found,
): boolean {
  return selections.every((node) => {
    if (node.kind !== Kind.FIELD) {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      return follow(schema, fragments, condition ?? parent, fragment?.selectionSet.selections ?? [], found);
    }
    if (node.name.value.startsWith('__')) return true;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const reads = field ? readsOf(parent, field) : null;
    if (!field || reads === null) return false;
    add(found, field.name, reads);
    const inner = getNamedType(field.type);
    return follow(schema, fragments, inner, node.selectionSet?.selections ?? [], found);
  });
}

/** What an operation, a valid one, reads; everything, where that isn't known of each of its fields. */
export function readingOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): Reading {
  const root = schema.getRootType(operation);
  const types = Object.keys(alwaysRead) as readonly RecordType[];
  const found: Found = {
    fields: new Map(types.map((type) => [type, new Set(alwaysRead[type])])),
    cursors: false,
    more: false,
  };
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return root && follow(schema, fragments, root, selectionSet.selections, found) ? found : readsAll;
}
