import { ledgerVersionQuery } from './load-ledger-version.js';
import { request } from './request.js';

/**
 * Asks the least that there is, as whoever the token stands for.
 *
 * @throws {ApiError} UNAUTHENTICATED when it doesn't hold.
 */
export async function checkToken(token: string): Promise<void> {
  await request(ledgerVersionQuery, {}, new AbortController().signal, token);
}
