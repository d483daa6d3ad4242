import type { MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { jobsOf, unknownJob } from '../jobs-of.js';
import { needing } from '../needed-role.js';
import { IngestJobRef } from '../references.js';

export const cancelIngest = (t: MutationFields) =>
  t.field({
    type: IngestJobRef,
    ...needing(
      'EDITOR',
      'Takes a job out of the queue, or stops it between two documents; those that it has stored stay. One that has ended stays as it is.',
    ),
    args: {
      id: t.arg.id({ required: true, description: exampled('Identifier of the job.', 'job:019ac0ffee12a1b2c3d4') }),
    },
    resolve: (_root, { id }, context) => {
      const job = jobsOf(context).cancel(id);
      if (job === null) throw unknownJob(id);
      return job;
    },
  });
