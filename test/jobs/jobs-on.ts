import { ingestJobRunner } from '../../src/cli/ingest-job-runner.js';
import type { IngestJobs } from '../../src/jobs/ingest-jobs.js';
import { createIngestJobs } from '../../src/jobs/ingest-queue.js';
import type { GraphStore } from '../../src/store/graph-store.js';

/** Jobs that read files into a store, and fetch nothing. */
export function jobsOn(store: GraphStore, defects: unknown[] = []): IngestJobs {
  return createIngestJobs({
    run: ingestJobRunner({
      store,
      authorities: [],
      llm: undefined,
      fetchInto: () => Promise.reject(new Error('Nothing is to be fetched.')),
    }),
    checkUrl() {
      throw new Error('No address is to be asked for.');
    },
    defect: (error) => defects.push(error),
  });
}
