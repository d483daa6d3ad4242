import { BadArgumentError } from '../../src/errors.js';
import type { QueryFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { connection } from '../connection.js';
import { CoPresenceConnection } from '../connection-types.js';
import { ModalityEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { relationArgs, traversalFilter } from '../filter-args.js';
import { limits } from '../limits.js';
import { pagedWalkCost } from '../query-cost.js';
import { CoPresenceRef } from '../references.js';

export const coPresence = (t: QueryFields) => {
  const { types: _, modality: __, ...args } = relationArgs(t.arg, 'For one entity: only others of these kinds.');
  return t.connection(
    {
      type: CoPresenceRef,
      description: `Who was with whom, that is met them or took part in the same event: most often together first. While documents come, a page may repeat or miss a pair that they put together once more, and no other.

With whom the ambassador was in 1957, how often, and which passages say so:
\`coPresence(entity: "person:a-m-puzanov", kinds: [PERSON], since: "1957", until: "1957", first: 10) { nodes { right { name } occasions firstDate lastDate events { id } meetings { ... on Relation { evidence(first: 1) { nodes { quote } } } } } pageInfo { hasNextPage endCursor } }\``,
      args: {
        entity: t.arg.id({
          description: exampled(
            'Identifier of one entity: with anybody. Either this or entities.',
            'person:kim-il-sung',
          ),
        }),
        entities: t.arg.idList({
          description: exampled(
            `Identifiers of 2 to ${limits.maxCompared} entities: with each other. Either this or entity.`,
            ['person:kim-il-sung', 'person:nam-il'],
          ),
        }),
        modality: t.arg({
          type: [ModalityEnum],
          description: 'Only what is told in one of these ways; ASSERTED where left out.',
        }),
        ...args,
      },
      complexity: pagedWalkCost,
      resolve: (_root, asked, { store, loaders }) => {
        if ((asked.entity == null) === (asked.entities == null)) {
          throw new BadArgumentError('coPresence takes either entity or entities.', 'Give exactly one of the two.');
        }
        const entities =
          asked.entity == null ? checkedIds('entities', asked.entities ?? [], 2, limits.maxCompared) : [asked.entity];
        // A visit that was only planned brought nobody together.
        const filter = traversalFilter({ ...asked, modality: asked.modality ?? ['ASSERTED'] });
        return connection('coPresence', asked, async (request) => {
          const page = await store.coPresence({ entities, filter }, request);
          loaders.seeEntities(page.items.flatMap(({ record }) => [record.left, record.right]));
          return page;
        });
      },
    },
    CoPresenceConnection,
  );
};
