import { request } from './request.js';

/**
 * Changes something, as whoever the kept token stands for.
 *
 * @typeParam T - What the mutation selects.
 * @throws {ApiError} when it was not done; its code is UNAUTHENTICATED or FORBIDDEN where the token does not allow it.
 */
export function change<T>(mutation: string, variables: object): Promise<T> {
  // A change that has been sent is not called back: its answer is waited for even where the page has moved on.
  return request<T>(mutation, variables, new AbortController().signal);
}
