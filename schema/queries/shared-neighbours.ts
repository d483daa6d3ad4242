import { BadArgumentError } from '../../src/errors.js';
import type { QueryFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { connection } from '../connection.js';
import { CommonNeighbourConnection } from '../connection-types.js';
import { exampled } from '../exampled.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { pagedWalkCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { CommonNeighbourRef } from '../references.js';

export const commonNeighbours = (t: QueryFields) =>
  t.connection(
    {
      type: CommonNeighbourRef,
      description: `The entities that several others are all tied to: to most of them first, then those whose relations weigh most. While documents come, a page may repeat or miss one whose ties they change, and no other.

Whom both met in 1957:
\`commonNeighbours(entities: ["person:nam-il", "person:a-m-puzanov"], types: [MET_WITH], since: "1957", until: "1957") { nodes { entity { id name } weight } pageInfo { hasNextPage endCursor } }\``,
      args: {
        entities: t.arg.idList({
          required: true,
          description: exampled(`Identifiers of 2 to ${limits.maxCompared} entities; none of them is an answer.`, [
            'person:kim-il-sung',
            'person:nam-il',
          ]),
        }),
        atLeast: t.arg.int({ description: 'To how many of them an answer is tied, 2 or more; to all where left out.' }),
        ...relationArgs(t.arg, 'Only neighbours of these kinds.'),
      },
      complexity: pagedWalkCost,
      extensions: reads({}),
      resolve: (_root, args, { store, loaders }) => {
        const entities = checkedIds('entities', args.entities, 2, limits.maxCompared);
        const atLeast = args.atLeast ?? entities.length;
        if (atLeast < 2 || atLeast > entities.length) {
          throw new BadArgumentError(
            `atLeast is ${atLeast}; it must be from 2 to ${entities.length}, the number of entities.`,
            'Leave it out for neighbours of all.',
          );
        }
        const filter = traversalFilter(args);
        return connection('sharedNeighbour', args, async (request) => {
          const page = await store.sharedNeighbours({ entities, atLeast, filter }, request);
          loaders.seeEntities(page.items.map(({ record }) => record.entity));
          return page;
        });
      },
    },
    CommonNeighbourConnection,
  );
