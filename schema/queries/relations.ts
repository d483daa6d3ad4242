import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { RelationConnection } from '../connection-types.js';
import { exampled } from '../exampled.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { RelationRef } from '../references.js';

export const relations = (t: QueryFields) =>
  t.connection(
    {
      type: RelationRef,
      description: 'All relations.',
      args: {
        ...relationArgs(t.arg, 'Only relations with an entity of one of these kinds at either end.'),
        source: t.arg.id({
          description: exampled('Identifier of the entity where they begin.', 'person:alexander-puzanov'),
        }),
        target: t.arg.id({
          description: exampled('Identifier of the entity or document where they end.', 'person:kim-il-sung'),
        }),
      },
      extensions: reads({}),
      resolve: (_root, args, { loaders }, info) => {
        const { source, target } = args;
        const filter = { ...traversalFilter(args), source: source ?? undefined, target: target ?? undefined };
        return connection('relation', args, (page) => loaders.relations(null, filter, page, askedRecords(info)));
      },
    },
    RelationConnection,
  );
