import { ask } from './ask.js';

export const ledgerVersionQuery = '{ ledgerVersion }';

/** What an edit says it has seen, so that what others changed since is not changed unseen. */
export async function loadLedgerVersion(signal: AbortSignal): Promise<number> {
  return (await ask<{ ledgerVersion: number }>(ledgerVersionQuery, {}, signal)).ledgerVersion;
}
