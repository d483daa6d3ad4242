import { ApiError } from './api-error.js';
import { readAnswer } from './read-answer.js';
import { keptToken, tokenHeader } from './token.js';

export const serverIsAway = (cause?: unknown): ApiError =>
  new ApiError('The server does not answer.', 'See that “diplograph serve” is still running, then try again.', {
    cause,
  });

/**
 * Sends one query to the public API, like any client of it.
 *
 * @typeParam T - What the query selects; `test/browser/explorer-queries.test.ts` holds the queries to the schema.
 * @throws {ApiError} when there is no answer, or one with errors.
 */
export async function request<T>(
  query: string,
  variables: object,
  signal: AbortSignal,
  token: string | null = keptToken(),
): Promise<T> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...tokenHeader(token) },
      body: JSON.stringify({ query, variables }),
      signal,
    });
    return readAnswer<T>(response.status, await response.text());
  } catch (cause) {
    if (signal.aborted || cause instanceof ApiError) throw cause;
    throw serverIsAway(cause);
  }
}
