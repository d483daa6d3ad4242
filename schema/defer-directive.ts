import { DirectiveLocation, GraphQLBoolean, GraphQLDirective, GraphQLNonNull, GraphQLString } from 'graphql';

/** Why there is no `@stream` beside it: decision 0022. */
export const deferDirective = new GraphQLDirective({
  name: 'defer',
  description:
    'What is asked for in this fragment comes later, in a part of its own: `network { nodes { id } ... @defer { nodes { x y } } }`. For clients that accept multipart/mixed or text/event-stream; the others get the whole at once. In queries only, and not within a list, where each record would make a part.',
  locations: [DirectiveLocation.FRAGMENT_SPREAD, DirectiveLocation.INLINE_FRAGMENT],
  args: {
    if: {
      type: new GraphQLNonNull(GraphQLBoolean),
      defaultValue: true,
      description: 'Whether it comes later.',
    },
    label: { type: GraphQLString, description: 'Name of the part, which no other part has. Example: "places".' },
  },
});
