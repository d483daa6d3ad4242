import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { StatementConnection } from '../connection-types.js';
import { statementArgs, statementFilter } from '../filter-args.js';
import { StatementRef } from '../references.js';

export const statements = (t: QueryFields) =>
  t.connection(
    {
      type: StatementRef,
      description: 'Who said what to whom about what; by date, undated last. All conditions hold together.',
      args: {
        speaker: t.arg.id({ description: 'Identifier of the entity that said it.' }),
        addressee: t.arg.id({ description: 'Identifier of an entity that was told it.' }),
        subject: t.arg.id({ description: 'Identifier of an entity that it is about.' }),
        ...statementArgs(t.arg),
      },
      resolve: (_root, args, { loaders }) => {
        const filter = {
          speaker: args.speaker ?? undefined,
          addressee: args.addressee ?? undefined,
          subject: args.subject ?? undefined,
          ...statementFilter(args),
        };
        return connection('statement', args, (page) => loaders.statements(null, filter, page));
      },
    },
    StatementConnection,
  );
