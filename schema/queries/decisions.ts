import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { DecisionConnection } from '../connection-types.js';
import { DecisionRef } from '../references.js';

export const decisions = (t: QueryFields) =>
  t.connection(
    {
      type: DecisionRef,
      description: 'What people decided on identities, in the order in which they did.',
      args: {
        undone: t.arg.boolean({
          description: 'Only those that hold (false) or were undone (true); all where left out.',
        }),
      },
      resolve: (_root, args, { store }) =>
        connection('decision', args, (page) => store.decisions({ undone: args.undone ?? undefined }, page)),
    },
    DecisionConnection,
  );
