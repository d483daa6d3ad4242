import type { QueryFields } from '../builder.js';
import { checkedSize } from '../connection.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { pathEndArgs } from '../path-end-args.js';
import { reads } from '../reads.js';
import { Path } from '../types/path.js';

export const path = (t: QueryFields) =>
  t.field({
    type: Path,
    nullable: true,
    description:
      'A shortest chain of relations between two entities, walked in either direction; null where none is short enough.',
    args: {
      ...pathEndArgs(t.arg),
      maxHops: t.arg.int({
        required: true,
        defaultValue: limits.defaultPathHops,
        description: `Most relations: 1 to ${limits.maxPathHops}.`,
      }),
      ...relationArgs(t.arg, 'Kinds of the entities to walk through; both ends are always allowed.'),
    },
    extensions: reads({}),
    resolve: async (_root, args, { store, loaders }) => {
      const maxHops = checkedSize('maxHops', args.maxHops, limits.maxPathHops);
      const found = await store.shortestPath(args.from, args.to, maxHops, traversalFilter(args));
      loaders.seeEntities(found?.entities ?? []);
      return found;
    },
  });
