import { change } from './change.js';

export const cancelIngestMutation = `
  mutation CancelIngest($job: ID!) {
    cancelIngest(id: $job) { id }
  }`;

/** Takes a job out of the queue, or stops it between two documents; those that it has stored stay. */
export async function cancelIngest(job: string): Promise<void> {
  await change(cancelIngestMutation, { job });
}
