import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { StatementConnection } from '../connection-types.js';
import { statementPartyArgs, statementPartyFilter } from '../filter-args.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { StatementRef } from '../references.js';

export const statements = (t: QueryFields) =>
  t.connection(
    {
      type: StatementRef,
      description: 'Who said what to whom about what; by date, undated last. All conditions hold together.',
      args: statementPartyArgs(t.arg),
      extensions: reads({}),
      resolve: (_root, args, { loaders }, info) => {
        const filter = statementPartyFilter(args);
        return connection('statement', args, (page) => loaders.statements(null, filter, page, askedRecords(info)));
      },
    },
    StatementConnection,
  );
