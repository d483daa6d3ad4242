import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { EntityConnection } from '../connection-types.js';
import { EntityOrderEnum } from '../enums.js';
import { kindsArg } from '../filter-args.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { EntityRef } from '../references.js';

export const entities = (t: QueryFields) =>
  t.connection(
    {
      type: EntityRef,
      description: 'All entities.',
      args: {
        kinds: kindsArg(t.arg, 'Only entities of these kinds.'),
        orderBy: t.arg({ type: EntityOrderEnum, description: 'ID where left out.' }),
      },
      extensions: reads({}),
      resolve: (_root, args, { loaders }, info) => {
        const orderBy = args.orderBy ?? 'ID';
        const filter = { kinds: args.kinds ?? undefined, orderBy };
        const order = orderBy === 'MENTIONS' ? 'entityByMentions' : 'entity';
        return connection(order, args, (page) => loaders.entities(null, filter, page, askedRecords(info)));
      },
    },
    EntityConnection,
  );
