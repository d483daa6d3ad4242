import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** A query of which one operation is asked. */
export interface AskedQuery {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
}

/** What an operation costs, as `query-cost.ts` counts, and how many fields it has; of another selection where one is given. */
export function measureQuery(query: AskedQuery, selections = query.operation.selectionSet.selections) {
  const fragments = query.document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const operation = { ...query.operation, selectionSet: { kind: Kind.SELECTION_SET, selections } as const };
  const { schema, variables } = query;
  return complexityFromQuery({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] }, { schema, variables });
}

function fragmentOf(node: FragmentSpreadNode, { definitions }: DocumentNode): FragmentDefinitionNode | undefined {
  return definitions
    .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
    .find(({ name }) => name.value === node.name.value);
}

function selectionsOf(node: SelectionNode, document: DocumentNode): readonly SelectionNode[] {
  const { selectionSet } = node.kind === Kind.FRAGMENT_SPREAD ? { ...fragmentOf(node, document) } : node;
  return selectionSet?.selections ?? [];
}

/** The same node with one selection alone; a spread becomes the fragment written out. */
function holding(node: SelectionNode, document: DocumentNode, inner: SelectionNode): FieldNode | InlineFragmentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections: [inner] } as const;
  if (node.kind !== Kind.FRAGMENT_SPREAD) return { ...node, selectionSet };
  const typeCondition = fragmentOf(node, document)?.typeCondition;
  return { kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }), selectionSet };
}

/** The fields with fields of their own, from the top down, of which each is what costs most in the one before. */
export function costlyPath(query: AskedQuery): readonly FieldNode[] {
  const { document } = query;
  const path: SelectionNode[] = [];
  const costWithin = (candidate: SelectionNode): number =>
    measureQuery(query, [path.reduceRight((inner, node) => holding(node, document, inner), candidate)]).complexity;
  for (let selections = query.operation.selectionSet.selections; selections.length > 0; ) {
    const costs = selections.map(costWithin);
    const costliest = selections[costs.indexOf(Math.max(...costs))];
    if (costliest === undefined) break;
    path.push(costliest);
    selections = selectionsOf(costliest, document);
  }
  return path.filter((node) => node.kind === Kind.FIELD).filter(({ selectionSet }) => selectionSet !== undefined);
}
