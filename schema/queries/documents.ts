import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { DocumentConnection } from '../connection-types.js';
import { exampled } from '../exampled.js';
import { rangeArgs } from '../filter-args.js';
import { checkedRange } from '../partial-date-scalar.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { DocumentRef } from '../references.js';

export const documents = (t: QueryFields) =>
  t.connection(
    {
      type: DocumentRef,
      description: 'All documents; by date, undated last.',
      args: {
        ...rangeArgs(t.arg),
        author: t.arg.id({
          description: exampled('Identifier of the person who wrote them.', 'person:alexander-puzanov'),
        }),
      },
      extensions: reads({}),
      resolve: (_root, args, { loaders }, info) => {
        const filter = { author: args.author ?? undefined, ...checkedRange(args.from, args.to) };
        return connection('document', args, (page) => loaders.documents(null, filter, page, askedRecords(info)));
      },
    },
    DocumentConnection,
  );
