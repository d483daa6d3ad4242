import { UnauthenticatedError } from '../errors.js';
import type { AccessTokenRecord, Caller } from '../model/access-token.js';
import type { AccessTokens } from '../store/access-tokens.js';
import { isSecret, secretDigest, tokenParts } from './token-secret.js';

/** What changes made with the operator's own token are signed with. */
export const operatorName = 'admin';

const cure =
  'Send a token that holds in the header "authorization: Bearer …". An admin makes one with the mutation createToken, the operator with "diplograph token create".';

/** Compared where there is nothing to compare with, so that an unknown token takes the way of a known one. */
const nobodysDigest = secretDigest('');

/** Told only to who has the secret. */
function whyEnded({ revokedAt, expiresAt }: AccessTokenRecord, now: number): string | null {
  if (revokedAt !== null) return `The token was revoked at ${revokedAt}.`;
  if (expiresAt !== null && Date.parse(expiresAt) <= now) return `The token expired at ${expiresAt}.`;
  return null;
}

/**
 * Who sent a token. The store is asked each time, so that a token is of no use from the moment in which it is revoked,
 * whichever process does so.
 *
 * @param adminToken - The operator's own, of the configuration; the store doesn't know it.
 * @throws {UnauthenticatedError} when it is none, or no longer one.
 */
export async function authenticate(
  tokens: AccessTokens,
  given: string,
  adminToken: string | undefined,
  now = Date.now(),
): Promise<Caller> {
  if (adminToken !== undefined && isSecret(given, secretDigest(adminToken))) {
    return { name: operatorName, role: 'ADMIN' };
  }
  const parts = tokenParts(given);
  const stored = parts === null ? null : await tokens.find(`token:${parts.number}`);
  const isOwner = isSecret(parts?.secret ?? given, stored?.digest ?? nobodysDigest);
  if (stored === null || !isOwner) throw new UnauthenticatedError('The token is not known here.', cure);
  const { record } = stored;
  const ended = whyEnded(record, now);
  if (ended !== null) throw new UnauthenticatedError(ended, cure);
  const today = new Date(now).toISOString().slice(0, 10);
  // Nobody waits for it, and a store that is busy just now loses no more than a day's mark.
  if (record.lastUsedOn !== today) tokens.noteUse(record.id, today).catch(() => undefined);
  return { name: record.name, role: record.role };
}

/** @throws {UnauthenticatedError} always: who has sent no token is asked for one. */
export function refuseWithoutToken(what: string): never {
  throw new UnauthenticatedError(`${what} needs a token, and none was sent.`, cure);
}
