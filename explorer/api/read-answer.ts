import { ApiError } from './api-error.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: object | undefined }[] | undefined;
}

/**
 * @typeParam T - What was asked for.
 * @param errors - As the API gives them.
 * @throws {ApiError} when there are any: half an answer would look like a whole one.
 */
export function dataOf<T>({ data, errors }: Answer): T {
  const error = errors?.[0];
  if (error) {
    const { code, cure } = (error.extensions ?? {}) as { readonly code?: unknown; readonly cure?: unknown };
    throw new ApiError(error.message, typeof cure === 'string' ? cure : 'Load the page again.', {
      code: typeof code === 'string' ? code : null,
    });
  }
  return data as T;
}

/**
 * Reads what the server answered, in whatever way it was asked.
 *
 * @throws {ApiError} when it is no JSON, or tells of errors.
 */
export function readAnswer<T>(status: number, body: string): T {
  let answer: Answer;
  try {
    answer = JSON.parse(body) as Answer;
  } catch (cause) {
    const message = `The server answered with status ${status} and no JSON.`;
    throw new ApiError(message, 'See the log of the server for the reason.', { cause });
  }
  return dataOf<T>(answer);
}
