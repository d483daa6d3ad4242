import { createClient } from 'graphql-sse';
import { ApiError } from './api-error.js';
import { type IngestJob, ingestJobFields } from './ingest-job.js';
import { dataOf } from './read-answer.js';
import { serverIsAway } from './request.js';
import { tokenHeader } from './token.js';

export const ingestProgressSubscription = `
  subscription IngestProgress($job: ID!) {
    ingestProgress(job: $job) { ${ingestJobFields} }
  }`;

/**
 * A job as it stands, and again whenever it changes, up to its end. A connection that breaks is taken up again.
 *
 * @throws {ApiError} when the server tells nothing of it.
 */
export async function* followIngest(job: string): AsyncGenerator<IngestJob> {
  const client = createClient({ url: '/graphql', headers: () => tokenHeader() });
  const told = client.iterate({ query: ingestProgressSubscription, variables: { job } });
  try {
    for await (const answer of told) yield dataOf<{ ingestProgress: IngestJob }>(answer).ingestProgress;
  } catch (cause) {
    throw cause instanceof ApiError ? cause : serverIsAway(cause);
  } finally {
    client.dispose();
  }
}
