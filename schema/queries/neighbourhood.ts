import { BadArgumentError } from '../../src/errors.js';
import type { QueryFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { checkedSize } from '../connection.js';
import { decodeCursor } from '../cursor.js';
import { checkedEdgeLimit, edgeLimitArg } from '../edge-limit-arg.js';
import { exampled } from '../exampled.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { layoutArg } from '../layout-arg.js';
import { limits } from '../limits.js';
import { walkCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { drawn, Network } from '../types/network.js';

interface Centers {
  readonly center?: string | null | undefined;
  readonly centers?: readonly string[] | null | undefined;
}

function checkedCenters({ center, centers }: Centers): readonly string[] {
  if ((center == null) === (centers == null)) {
    throw new BadArgumentError('neighbourhood takes either center or centers.', 'Give exactly one of the two.');
  }
  return checkedIds('centers', centers ?? [center ?? ''], 1, limits.maxCenters);
}

export const neighbourhood = (t: QueryFields) =>
  t.field({
    type: Network,
    description: `The entities around one or more, hop by hop, and the relations between them. On each hop those tied most strongly to the hop before come first.

Two ambassadors and whom both circles hold, in the summer of 1957:
\`neighbourhood(centers: ["person:a-m-puzanov", "person:nam-il"], depth: 2, kinds: [PERSON], since: "1957-06", until: "1957-08") { nodes { id label } edges { source target weight } thinned { entity { id } neighboursLeftOut after } }\`

Of an entity with more than \`breadth\` neighbours only the strongest are gone to. What was left out, by that, by \`limit\` or by \`edgeLimit\`, stands in \`thinned\`; each of its rows has the arguments to go on with: \`neighbourhood(center: ID, after: CURSOR)\`.`,
    args: {
      center: t.arg.id({
        description: exampled('Identifier of the entity in the middle. Either this or centers.', 'person:kim-il-sung'),
      }),
      centers: t.arg.idList({
        description: exampled(
          `Identifiers of up to ${limits.maxCenters} entities in the middle. Either this or center.`,
          ['person:kim-il-sung', 'person:nam-il'],
        ),
      }),
      depth: t.arg.int({
        required: true,
        defaultValue: 1,
        description: `Hops to walk: 1 to ${limits.maxNeighbourhoodDepth}.`,
      }),
      ...relationArgs(t.arg, 'Kinds of the entities to walk through or to; the centres are always there.'),
      limit: t.arg.int({
        required: true,
        defaultValue: limits.defaultNeighbourhoodSize,
        description: `Most entities, the centres included: 1 to ${limits.maxNeighbourhoodSize}.`,
      }),
      breadth: t.arg.int({
        required: true,
        defaultValue: limits.defaultBreadth,
        description: `Most neighbours to go to from one entity, the most strongly tied: 1 to ${limits.maxBreadth}; fewer on hops of hundreds of entities.`,
      }),
      edgeLimit: edgeLimitArg(t.arg),
      layout: layoutArg(t.arg),
      after: t.arg.string({
        description: 'For one centre: only its neighbours behind this cursor, which a thinned entity gave.',
      }),
    },
    complexity: ({ limit }) => ({ field: walkCost, multiplier: limit }),
    extensions: reads({}),
    resolve: async (_root, args, { store, loaders }) => {
      const centers = checkedCenters(args);
      const depth = checkedSize('depth', args.depth, limits.maxNeighbourhoodDepth);
      const limit = checkedSize('limit', args.limit, limits.maxNeighbourhoodSize);
      const breadth = checkedSize('breadth', args.breadth, limits.maxBreadth);
      if (limit < centers.length) {
        throw new BadArgumentError(
          `limit is ${limit}, and there are ${centers.length} centres.`,
          'Let limit be at least their number.',
        );
      }
      if (args.after != null && centers.length > 1) {
        throw new BadArgumentError('after goes on from one centre.', 'Ask with center alone.');
      }
      const after = args.after == null ? undefined : decodeCursor('tie', args.after);
      const subgraph = await store.neighbourhood({
        centers,
        depth,
        filter: traversalFilter(args),
        limit,
        breadth,
        edgeLimit: checkedEdgeLimit(args.edgeLimit),
        after,
      });
      loaders.seeEntities(subgraph.entities);
      return drawn(subgraph, args.layout);
    },
  });
