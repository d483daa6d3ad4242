import type { IngestJob } from '../../src/model/ingest-job.js';
import type { SubscriptionFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { jobsOf, unknownJob } from '../jobs-of.js';
import { needing } from '../needed-role.js';
import { IngestJobRef } from '../references.js';

export const ingestProgress = (t: SubscriptionFields) =>
  t.field({
    type: IngestJobRef,
    ...needing(
      'EDITOR',
      'A job as it stands, and again whenever it changes, up to its end. A client that reads slowly misses steps, never the last.',
    ),
    args: {
      job: t.arg.id({ required: true, description: exampled('Identifier of the job.', 'job:019ac0ffee12a1b2c3d4') }),
    },
    subscribe: (_root, { job }, context) => {
      const jobs = jobsOf(context);
      if (jobs.job(job) === null) throw unknownJob(job);
      return jobs.watch(job);
    },
    resolve: (job: IngestJob) => job,
  });
