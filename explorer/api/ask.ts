import { ApiError } from './api-error.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: unknown; readonly cure?: unknown };
  }[];
}

async function send(query: string, variables: object, signal: AbortSignal, token: string | null): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ApiError('The server does not answer.', 'See that “diplograph serve” is still running, then try again.', {
      cause,
    });
  }
}

/**
 * Sends one query to the public API, like any client of it.
 *
 * @typeParam T - What the query selects; `test/browser/explorer-queries.test.ts` holds the queries to the schema.
 * @param token - What shows that somebody may change something; reading needs none.
 * @throws {ApiError} when there is no answer, or one with errors: half an answer would look like a whole one.
 */
export async function ask<T>(
  query: string,
  variables: object,
  signal: AbortSignal,
  token: string | null = null,
): Promise<T> {
  const response = await send(query, variables, signal, token);
  let answer: Answer;
  try {
    answer = (await response.json()) as Answer;
  } catch (cause) {
    if (signal.aborted) throw cause;
    const status = `The server answered with status ${response.status} and no JSON.`;
    throw new ApiError(status, 'See the log of the server for the reason.', { cause });
  }
  const error = answer.errors?.[0];
  if (error) {
    const { code, cure } = error.extensions ?? {};
    throw new ApiError(error.message, typeof cure === 'string' ? cure : 'Load the page again.', {
      code: typeof code === 'string' ? code : null,
    });
  }
  return answer.data as T;
}
