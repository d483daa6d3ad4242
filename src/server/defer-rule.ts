import {
  type ASTVisitor,
  type FragmentSpreadNode,
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  type InlineFragmentNode,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  typeFromAST,
  type ValidationContext,
} from 'graphql';
import { deferDirective } from '../../schema/defer-directive.js';

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/**
 * Where `@defer` may stand: in a query, on what an answer has once. Within a list each record would make a part of its
 * own, and ten thousand of them are twelve times the bytes of the answer.
 */
export function deferRule(context: ValidationContext): ASTVisitor {
  const labels = new Set<string>();
  const refuse = (node: FragmentSpreadNode | InlineFragmentNode, message: string): void => {
    context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'BAD_ARGUMENT' } }));
  };

  function check(selections: SelectionSetNode, parent: GraphQLOutputType | undefined, where: string | null): void {
    // Each fragment once for each place, so that fragments within fragments stay cheap.
    const entered = new Set<string>();
    const enter = (set: SelectionSetNode, type: GraphQLOutputType | undefined, isBelowList: boolean): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
          const field = fields[selection.name.value];
          if (field === undefined || selection.selectionSet === undefined) continue;
          enter(selection.selectionSet, getNamedType(field.type), isBelowList || isList(field.type));
          continue;
        }
        const isDeferred = selection.directives?.some(({ name }) => name.value === deferDirective.name) ?? false;
        if (isDeferred && where !== null) refuse(selection, `@defer has no meaning in a ${where}.`);
        else if (isDeferred && isBelowList) {
          refuse(selection, 'Within a list nothing is deferred: defer a fragment that holds the whole list.');
        }
        const spread = selection.kind === Kind.FRAGMENT_SPREAD ? context.getFragment(selection.name.value) : selection;
        if (!spread) continue;
        if (spread.kind === Kind.FRAGMENT_DEFINITION) {
          const key = `${isBelowList} ${spread.name.value}`;
          if (entered.has(key)) continue;
          entered.add(key);
        }
        const narrowed = spread.typeCondition ? typeFromAST(context.getSchema(), spread.typeCondition) : type;
        enter(spread.selectionSet, narrowed as GraphQLOutputType | undefined, isBelowList);
      }
    };
    enter(selections, parent, false);
  }

  return {
    OperationDefinition({ operation, selectionSet }) {
      const root = context.getSchema().getRootType(operation);
      check(selectionSet, root ?? undefined, operation === OperationTypeNode.QUERY ? null : operation);
    },
    Directive({ name, arguments: given }) {
      if (name.value !== deferDirective.name) return;
      const label = given?.find((argument) => argument.name.value === 'label');
      if (label === undefined) return;
      if (label.value.kind !== Kind.STRING || labels.has(label.value.value)) {
        context.reportError(
          new GraphQLError('The label of @defer has to be a string of its own, not a variable.', {
            nodes: label,
            extensions: { code: 'BAD_ARGUMENT' },
          }),
        );
      } else labels.add(label.value.value);
    },
  };
}
