import { BadArgumentError } from '../errors.js';
import type { AccessTokenRecord, Role } from '../model/access-token.js';
import type { AccessTokens } from '../store/access-tokens.js';
import { operatorName } from './authenticate.js';
import { timeOrderedId } from './time-ordered-id.js';
import { newSecret, secretDigest, writtenToken } from './token-secret.js';

const maxNameCharacters = 100;
/** One line that can be read aloud: letters, digits, punctuation and single spaces. */
const nameForm = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{M}\p{N}\p{P}\p{S}]+)*$/u;
const timeForm = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  /** A day, from whose beginning in UTC it no longer holds, or a moment with its offset; ISO 8601. */
  readonly expiresAt: string | null;
  readonly by: string;
}

export interface IssuedToken {
  readonly record: AccessTokenRecord;
  /** What its owner sends: shown once, and kept nowhere. */
  readonly secret: string;
}

function checkedName(name: string): string {
  if (name.length > maxNameCharacters || !nameForm.test(name)) {
    throw new BadArgumentError(
      'The name of a token is what changes are signed with, and this one is none.',
      `Give one line of 1 to ${maxNameCharacters} printable characters.`,
    );
  }
  if (name.toLowerCase() === operatorName) {
    throw new BadArgumentError(
      `Changes made with the operator's own token are signed "${name}".`,
      'Give another name.',
    );
  }
  return name;
}

/** Days that no month has are refused: `Date` would make a day of the next month of them. */
function isRealDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function checkedExpiry(expiresAt: string, now: number): string {
  const time = timeForm.test(expiresAt) && isRealDay(expiresAt.slice(0, 10)) ? Date.parse(expiresAt) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new BadArgumentError(
      'The time at which a token expires is no date of ISO 8601.',
      'Give a day such as 2030-12-31, or a moment such as 2030-12-31T18:00:00Z.',
    );
  }
  if (time <= now) throw new BadArgumentError('The token would have expired already.', 'Give a time in the future.');
  return new Date(time).toISOString();
}

/**
 * Makes a token and keeps its digest.
 *
 * @throws {BadArgumentError} for a name that can't sign changes, or a time that is none or has passed.
 */
export async function issueToken(tokens: AccessTokens, wanted: NewToken, now = Date.now()): Promise<IssuedToken> {
  const name = checkedName(wanted.name);
  const expiresAt = wanted.expiresAt === null ? null : checkedExpiry(wanted.expiresAt, now);
  const number = timeOrderedId(now);
  const secret = newSecret();
  const record: AccessTokenRecord = {
    ...{ id: `token:${number}`, name, role: wanted.role, expiresAt, lastUsedOn: null },
    ...{ createdBy: wanted.by, createdAt: new Date(now).toISOString(), revokedBy: null, revokedAt: null },
  };
  await tokens.add({ record, digest: secretDigest(secret) });
  return { record, secret: writtenToken({ number, secret }) };
}

/** @throws {BadArgumentError} when there is no such token. */
export async function revokeToken(tokens: AccessTokens, id: string, by: string): Promise<AccessTokenRecord> {
  const revoked = await tokens.revoke(id, by, new Date().toISOString());
  if (revoked !== null) return revoked;
  throw new BadArgumentError(
    `There is no token ${JSON.stringify(id.slice(0, maxNameCharacters))}.`,
    'Take its id, token:…, from the query tokens, or from "diplograph token list".',
  );
}
