import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { StatementConnection } from '../connection-types.js';
import { statementPartyArgs, statementPartyFilter } from '../filter-args.js';
import { reads } from '../reads.js';
import { StatementRef } from '../references.js';

export const statements = (t: QueryFields) =>
  t.connection(
    {
      type: StatementRef,
      description: 'Who said what to whom about what; by date, undated last. All conditions hold together.',
      args: statementPartyArgs(t.arg),
      extensions: reads({}),
      resolve: (_root, args, { loaders }) => {
        const filter = statementPartyFilter(args);
        return connection('statement', args, (page) => loaders.statements(null, filter, page));
      },
    },
    StatementConnection,
  );
