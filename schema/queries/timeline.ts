import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { TimelineConnection } from '../connection-types.js';
import { TimelineEntryTypeEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { rangeArgs } from '../filter-args.js';
import { checkedRange } from '../partial-date-scalar.js';
import { reads } from '../reads.js';
import { TimelineEntryRef } from '../references.js';

export const timeline = (t: QueryFields) =>
  t.connection(
    {
      type: TimelineEntryRef,
      description: 'Dated events, statements and documents, in the order of their dates.',
      args: {
        entity: t.arg.id({
          description: exampled(
            'Only events that this entity took part in or organized, statements that it made, was told or is spoken of in, and documents that mention it.',
            'person:kim-il-sung',
          ),
        }),
        ...rangeArgs(t.arg),
        entries: t.arg({ type: [TimelineEntryTypeEnum], description: 'Only entries of these types.' }),
      },
      extensions: reads({}),
      resolve: (_root, args, { store }) => {
        const filter = { entries: args.entries ?? undefined, ...checkedRange(args.from, args.to) };
        return connection('timeline', args, (page) => store.timeline(args.entity ?? null, filter, page));
      },
    },
    TimelineConnection,
  );
