import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { SharedTalkConnection } from '../connection-types.js';
import { exampled } from '../exampled.js';
import { pagedWalkCost } from '../query-cost.js';
import { SharedTalkRef } from '../references.js';

export const sharedTalks = (t: QueryFields) =>
  t.connection(
    {
      type: SharedTalkRef,
      description: `Two documents' accounts of the same talk, side by side; by date, undated last. They tell the same talk where they tell the same event, or where both date it alike, to the month at least, and have two participants in common.

Who else wrote of the ambassador's talks, and what was said by either account:
\`sharedTalks(document: "document:wilson-115633", first: 5) { nodes { date participants { name } left { statements { nodes { speaker { name } quote } } } right { document { title } statements { nodes { speaker { name } quote } } } } pageInfo { hasNextPage endCursor } }\``,
      args: {
        document: t.arg.id({
          required: true,
          description: exampled('Identifier of the document on the left.', 'document:example-900105'),
        }),
        other: t.arg.id({
          description: exampled(
            'Identifier of the one on the right; any other where left out.',
            'document:example-900107',
          ),
        }),
      },
      complexity: pagedWalkCost,
      resolve: (_root, args, { store }) => {
        const question = { document: args.document, other: args.other ?? undefined };
        return connection('account', args, (request) => store.accounts(question, request));
      },
    },
    SharedTalkConnection,
  );
