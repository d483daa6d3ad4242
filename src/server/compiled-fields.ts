import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/**
 * How many fields a compiled query has code for. What may be of several types is written once for each of them: three
 * levels of "an entity or a document" are hundreds of times the fields of the query.
 *
 * @param most - Counting ends beyond it, so that it takes no longer than that.
 */
export function compiledFields(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
  most: number,
): number {
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  let count = 0;

  function selection(type: GraphQLObjectType, node: SelectionNode): void {
    if (node.kind === Kind.FIELD) {
      count += 1;
      const field = type.getFields()[node.name.value];
      const inner = field && getNamedType(field.type);
      const types = isAbstractType(inner) ? schema.getPossibleTypes(inner) : isObjectType(inner) ? [inner] : [];
      for (const each of types) all(each, node.selectionSet?.selections);
      return;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
    const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const applies =
      !condition || condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
    if (applies) all(type, fragment?.selectionSet.selections);
  }

  function all(type: GraphQLObjectType, selections: readonly SelectionNode[] = []): void {
    for (const node of selections) {
      if (count > most) return;
      selection(type, node);
    }
  }

  const root = schema.getRootType(operation);
  if (root) all(root, selectionSet.selections);
  return count;
}
