import {
  type FieldNode,
  type GraphQLResolveInfo,
  getArgumentValues,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { PageRequest } from '../src/store/graph-store.js';
import { type ConnectionArgs, pageRequest } from './connection.js';
import type { CursorOrder } from './cursor.js';

type Fields = ReadonlyMap<string, readonly FieldNode[]>;
type Asking = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** What a query asks of the records of a connection, told to the reader of their pages. */
export interface AskedRecords {
  readonly fields: Fields;
  readonly asking: Asking;
}

/** By name, whatever its alias; of fragments too, whatever they are about. What depends on a variable isn't counted on. */
function fieldsOf(sets: readonly (SelectionSetNode | undefined)[], { fragments }: Asking): Fields {
  const found = new Map<string, FieldNode[]>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const node of set?.selections ?? []) {
      if (node.directives?.length) continue;
      if (node.kind === Kind.FRAGMENT_SPREAD) collect(fragments[node.name.value]?.selectionSet);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      else found.set(node.name.value, [...(found.get(node.name.value) ?? []), node]);
    }
  };
  sets.forEach(collect);
  return found;
}

function inner(fields: Fields, ...names: readonly string[]): (SelectionSetNode | undefined)[] {
  return names.flatMap((name) => fields.get(name) ?? []).map(({ selectionSet }) => selectionSet);
}

/** Selections stay the same for as long as a document is kept. */
const known = new WeakMap<FieldNode, Fields>();

function fieldsOfRecords(nodes: readonly FieldNode[], asking: Asking): Fields {
  const [first] = nodes;
  const before = first && known.get(first);
  if (before) return before;
  const connection = fieldsOf(
    nodes.map(({ selectionSet }) => selectionSet),
    asking,
  );
  const edges = fieldsOf(inner(connection, 'edges'), asking);
  const fields = fieldsOf([...inner(connection, 'nodes'), ...inner(edges, 'node')], asking);
  if (first) known.set(first, fields);
  return fields;
}

/** What a field, which is a connection, is asked for. */
export function askedRecords({ fieldNodes, schema, fragments, variableValues }: GraphQLResolveInfo): AskedRecords {
  const asking = { schema, fragments, variableValues };
  return { fields: fieldsOfRecords(fieldNodes, asking), asking };
}

/** What a field, which is a record, is asked for. */
const ofIdentifiers: ReadonlySet<string> = new Set(['id', '__typename']);

/** Whether nothing of a record is asked for but what its identifier tells. */
export function asksIdentifierAlone(nodes: readonly FieldNode[]): boolean {
  return nodes.every(({ selectionSet }) =>
    selectionSet?.selections.every((node) => node.kind === Kind.FIELD && ofIdentifiers.has(node.name.value)),
  );
}

/** Whether a field of the records names other records of which something is asked. */
export function leadsOn({ fields }: AskedRecords, field: string): boolean {
  const nodes = fields.get(field);
  return nodes !== undefined && !asksIdentifierAlone(nodes);
}

/** The pages that are asked of a connection of the records, once for each of its arguments; none where they are wrong, which its resolver says. */
export function askedPages(
  { fields, asking }: AskedRecords,
  typeName: string,
  field: string,
  order: CursorOrder,
): readonly { readonly page: PageRequest; readonly asked: AskedRecords }[] {
  const type = asking.schema.getType(typeName);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  if (!definition) return [];
  return (fields.get(field) ?? []).flatMap((node) => {
    try {
      const args: ConnectionArgs = getArgumentValues(definition, node, asking.variableValues);
      return [{ page: pageRequest(order, args), asked: { fields: fieldsOfRecords([node], asking), asking } }];
    } catch {
      return [];
    }
  });
}
