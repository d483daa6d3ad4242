import type { QueryFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { connection } from '../connection.js';
import { RelationConnection } from '../connection-types.js';
import { exampled } from '../exampled.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { pagedWalkCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { RelationRef } from '../references.js';

export const connectionsBetween = (t: QueryFields) => {
  const { kinds: _, ...args } = relationArgs(t.arg, '');
  return t.connection(
    {
      type: RelationRef,
      description: `All relations with both ends among some entities.

What ties three persons to each other, each relation with its words:
\`connectionsBetween(entities: ["person:nam-il", "person:kim-il-sung", "person:a-m-puzanov"], first: 50) { nodes { source { name } label target { id } evidence(first: 1) { nodes { quote } } } pageInfo { hasNextPage endCursor } }\``,
      args: {
        entities: t.arg.idList({
          required: true,
          description: exampled(`Identifiers of 2 to ${limits.maxBetween} entities.`, [
            'person:kim-il-sung',
            'person:nam-il',
          ]),
        }),
        ...args,
      },
      complexity: pagedWalkCost,
      extensions: reads({}),
      resolve: (_root, asked, { store }) => {
        const entities = checkedIds('entities', asked.entities, 2, limits.maxBetween);
        const filter = traversalFilter(asked);
        return connection('relation', asked, (page) => store.relationsBetween(entities, filter, page));
      },
    },
    RelationConnection,
  );
};
