import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { AccessTokenConnection } from '../connection-types.js';
import { needing } from '../needed-role.js';
import { AccessTokenRef } from '../references.js';

export const tokens = (t: QueryFields) =>
  t.connection(
    {
      type: AccessTokenRef,
      ...needing(
        'ADMIN',
        'All tokens that were made, revoked and expired ones too, in the order in which they were made.',
      ),
      resolve: (_root, args, { store }) => connection('accessToken', args, (page) => store.tokens.list(page)),
    },
    AccessTokenConnection,
  );
