import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/**
 * The identifier of the request that is being answered: in each response's header `x-request-id`, in each line of
 * the log, and in each masked error, so that a user's report leads to the line that explains it.
 */
const scope = new AsyncLocalStorage<string>();

/** Takes no identifier from the client: what stands in our log is ours. */
export function inRequestScope<T>(run: () => T): T {
  return scope.run(randomUUID(), run);
}

export function currentRequestId(): string {
  return scope.getStore() ?? 'none';
}
