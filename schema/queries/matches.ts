import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { MatchConnection } from '../connection-types.js';
import { EntityKindEnum, MatchStateEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { MatchRef } from '../references.js';

export const matches = (t: QueryFields) =>
  t.connection(
    {
      type: MatchRef,
      description:
        'Pairs of identities whose names are alike, likeliest first. Those that are OPEN are the list to review.',
      args: {
        states: t.arg({ type: [MatchStateEnum], description: 'Only these; all where left out.' }),
        kinds: t.arg({ type: [EntityKindEnum], description: 'Only of these kinds.' }),
        identity: t.arg.id({ description: exampled('Only those of this identity.', 'person:choe-chang-ik') }),
      },
      resolve: (_root, args, { store }) => {
        const filter = {
          states: args.states ?? undefined,
          kinds: args.kinds ?? undefined,
          identity: args.identity ?? undefined,
        };
        return connection('match', args, (page) => store.matches(filter, page));
      },
    },
    MatchConnection,
  );
