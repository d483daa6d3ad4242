import type { QueryFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { jobsOf } from '../jobs-of.js';
import { needing } from '../needed-role.js';
import { IngestJobRef } from '../references.js';

export const job = (t: QueryFields) =>
  t.field({
    type: IngestJobRef,
    nullable: true,
    ...needing('EDITOR', 'A job by its identifier; null where there is none, or it has been forgotten.'),
    args: {
      id: t.arg.id({ required: true, description: exampled('Identifier of the job.', 'job:019ac0ffee12a1b2c3d4') }),
    },
    resolve: (_root, { id }, context) => jobsOf(context).job(id),
  });
