import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { IngestJobConnection } from '../connection-types.js';
import { jobsOf } from '../jobs-of.js';
import { needing } from '../needed-role.js';
import { IngestJobRef } from '../references.js';

export const jobs = (t: QueryFields) =>
  t.connection(
    {
      type: IngestJobRef,
      ...needing('EDITOR', 'Jobs that are remembered, in the order in which they were begun; last: 10 for the newest.'),
      resolve: (_root, args, context) => connection('job', args, async (page) => jobsOf(context).list(page)),
    },
    IngestJobConnection,
  );
