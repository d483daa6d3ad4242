import type { QueryFields } from '../builder.js';
import { checkedSize } from '../connection.js';
import { checkedEdgeLimit, edgeLimitArg } from '../edge-limit-arg.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { layoutArg } from '../layout-arg.js';
import { limits } from '../limits.js';
import { reads } from '../reads.js';
import { drawn, Network } from '../types/network.js';

export const network = (t: QueryFields) =>
  t.field({
    type: Network,
    description: `The entities with the most and heaviest relations, and the relations between them, ready to be drawn:

\`network(limit: 300, layout: FORCE) { nodes { id label kind x y size community } edges { source target weight } }\`

What was known of a quarter by the end of it, and of the quarter as it is told today: the same with \`since: "1956-10", until: "1956-12", asOf: "1956-12-31"\`, and without \`asOf\`.

Places, communities and centralities follow from the nodes and edges alone: the same network has the same ones in every store and at every request. They are reckoned where they are asked for, and kept until the network is another; the first time thousands of nodes take seconds.`,
    args: {
      ...relationArgs(t.arg, 'Only entities of these kinds.'),
      limit: t.arg.int({
        required: true,
        defaultValue: limits.defaultNetworkSize,
        description: `Most entities: 1 to ${limits.maxNetworkSize}.`,
      }),
      edgeLimit: edgeLimitArg(t.arg),
      layout: layoutArg(t.arg),
    },
    extensions: reads({}),
    resolve: async (_root, args, { store, loaders }) => {
      const limit = checkedSize('limit', args.limit, limits.maxNetworkSize);
      const subgraph = await store.network(traversalFilter(args), limit, checkedEdgeLimit(args.edgeLimit));
      loaders.seeEntities(subgraph.entities);
      return drawn(subgraph, args.layout);
    },
  });
