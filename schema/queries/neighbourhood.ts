import type { QueryFields } from '../builder.js';
import { checkedSize } from '../connection.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { Network } from '../types/network.js';

export const neighbourhood = (t: QueryFields) =>
  t.field({
    type: Network,
    description:
      'The entities around one, hop by hop, and the relations between them. On each hop those tied most strongly to the hop before come first.',
    args: {
      center: t.arg.id({ required: true, description: 'Identifier of the entity in the middle.' }),
      depth: t.arg.int({
        required: true,
        defaultValue: 1,
        description: `Hops to walk: 1 to ${limits.maxNeighbourhoodDepth}.`,
      }),
      ...relationArgs(t.arg, 'Kinds of the entities to walk through or to; the centre is always there.'),
      limit: t.arg.int({
        required: true,
        defaultValue: limits.defaultNeighbourhoodSize,
        description: `Most entities, the centre included: 1 to ${limits.maxNeighbourhoodSize}.`,
      }),
    },
    resolve: async (_root, args, { store, loaders }) => {
      const depth = checkedSize('depth', args.depth, limits.maxNeighbourhoodDepth);
      const limit = checkedSize('limit', args.limit, limits.maxNeighbourhoodSize);
      const subgraph = await store.neighbourhood(args.center, depth, traversalFilter(args), limit);
      loaders.seeEntities(subgraph.entities);
      return subgraph;
    },
  });
