import type { QueryFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { checkedSize } from '../connection.js';
import { decodeCursor } from '../cursor.js';
import { PathSelectionEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { pathEndArgs } from '../path-end-args.js';
import { walkCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { Paths } from '../types/path.js';

export const paths = (t: QueryFields) =>
  t.field({
    type: Paths,
    description: `Chains of relations between two entities that meet nobody twice, walked in either direction: the shortest one (first: 1), all shortest, or the shortest and those next to them.

How two persons are tied other than through the bodies that everybody belongs to, each hop with its words:
\`paths(from: "person:nam-il", to: "person:mao-zedong", which: K_SHORTEST, first: 10, avoidHubsAbove: 200, avoid: ["person:kim-il-sung"]) { paths { length entities { name } relations { label evidence(first: 1) { nodes { quote } } } } truncated after }\``,
    args: {
      ...pathEndArgs(t.arg),
      which: t.arg({
        type: PathSelectionEnum,
        required: true,
        defaultValue: 'ALL_SHORTEST',
        description: 'Only the shortest, or longer ones too.',
      }),
      maxHops: t.arg.int({
        required: true,
        defaultValue: limits.defaultPathHops,
        description: `Most relations of a path: 1 to ${limits.maxPathHops}.`,
      }),
      ...relationArgs(t.arg, 'Kinds of the entities to walk through; both ends are always allowed.'),
      avoid: t.arg.idList({
        description: exampled(`Identifiers of up to ${limits.maxAvoided} entities not to walk through.`, [
          'person:alexander-puzanov',
        ]),
      }),
      avoidHubsAbove: t.arg.int({
        description:
          'Not to walk through entities with more relations than this, of those that the filter lets through.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: limits.defaultPaths,
        description: `Most paths: 1 to ${limits.maxPaths}.`,
      }),
      after: t.arg.string({ description: 'Reads on behind this cursor.' }),
    },
    complexity: ({ first }) => ({ field: walkCost, multiplier: first }),
    extensions: reads({}),
    resolve: async (_root, args, { store, loaders }) => {
      const found = await store.paths({
        from: args.from,
        to: args.to,
        which: args.which,
        maxHops: checkedSize('maxHops', args.maxHops, limits.maxPathHops),
        filter: traversalFilter(args),
        avoid: checkedIds('avoid', args.avoid ?? [], 0, limits.maxAvoided),
        avoidHubsAbove: args.avoidHubsAbove ?? undefined,
        first: checkedSize('first', args.first, limits.maxPaths),
        after: args.after == null ? undefined : decodeCursor('path', args.after),
      });
      loaders.seeEntities(found.paths.flatMap(({ entities }) => entities));
      return found;
    },
  });
