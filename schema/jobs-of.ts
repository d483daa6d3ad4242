import { BadArgumentError, ConfigurationError } from '../src/errors.js';
import type { IngestJobs } from '../src/jobs/ingest-jobs.js';
import type { SchemaContext } from './context.js';

/** @throws {ConfigurationError} where the schema is used without a server that reads documents. */
export function jobsOf({ jobs }: SchemaContext): IngestJobs {
  if (jobs !== null) return jobs;
  throw new ConfigurationError('This server takes no documents in.', 'Start it with "diplograph serve".');
}

export function unknownJob(id: string): BadArgumentError {
  return new BadArgumentError(
    `There is no job ${JSON.stringify(id.slice(0, 100))}.`,
    'Take its id, job:…, from ingestDocument or jobs. Jobs are forgotten when the server ends.',
  );
}
