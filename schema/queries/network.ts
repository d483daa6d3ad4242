import type { QueryFields } from '../builder.js';
import { checkedSize } from '../connection.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { Network } from '../types/network.js';

export const network = (t: QueryFields) =>
  t.field({
    type: Network,
    description: 'The entities with the most and heaviest relations, and the relations between them.',
    args: {
      ...relationArgs(t.arg, 'Only entities of these kinds.'),
      limit: t.arg.int({
        required: true,
        defaultValue: limits.defaultNetworkSize,
        description: `Most entities: 1 to ${limits.maxNetworkSize}.`,
      }),
    },
    resolve: async (_root, args, { store, loaders }) => {
      const limit = checkedSize('limit', args.limit, limits.maxNetworkSize);
      const subgraph = await store.network(traversalFilter(args), limit);
      loaders.seeEntities(subgraph.entities);
      return subgraph;
    },
  });
