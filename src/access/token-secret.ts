import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Tells searches for lost secrets what they have found. */
const prefix = 'dgt';
const secretBytes = 32;
const tokenForm = /^dgt_([0-9a-f]{20})_([\w-]{43})$/;

/** A token as it is sent: the number of its record, and what only its owner knows. */
export interface TokenParts {
  readonly number: string;
  readonly secret: string;
}

export function newSecret(): string {
  return randomBytes(secretBytes).toString('base64url');
}

export function writtenToken({ number, secret }: TokenParts): string {
  return `${prefix}_${number}_${secret}`;
}

/** `null` for what was never a token of ours. */
export function tokenParts(token: string): TokenParts | null {
  const [, number, secret] = tokenForm.exec(token) ?? [];
  return number === undefined || secret === undefined ? null : { number, secret };
}

/**
 * What is kept of a secret.
 *
 * One round of SHA-256, and no slow hash: those are for passwords, which somebody may guess from a list. Of 256 random
 * bits there is no list, and a slow hash would let anyone keep the server busy by sending wrong ones.
 */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/**
 * Compares digests, in constant time: neither the characters of a secret nor its length can be guessed from how long
 * the answer takes.
 */
export function isSecret(given: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(secretDigest(given), 'hex'), Buffer.from(digest, 'hex'));
}
