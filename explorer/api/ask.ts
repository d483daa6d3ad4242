import { ApiError } from './api-error.js';
import { refuseReading } from './reading-refusal.js';
import { request } from './request.js';

/**
 * Reads something. Where the server lets nobody read without a token that holds, the whole page asks for one.
 *
 * @typeParam T - What the query selects.
 * @throws {ApiError} when there is no answer, or one with errors.
 */
export async function ask<T>(query: string, variables: object, signal: AbortSignal): Promise<T> {
  try {
    return await request<T>(query, variables, signal);
  } catch (cause) {
    if (cause instanceof ApiError && cause.code === 'UNAUTHENTICATED') refuseReading(cause);
    throw cause;
  }
}
