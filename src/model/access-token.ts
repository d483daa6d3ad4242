/** What a token allows; each role includes the one before. */
export const roles = ['READER', 'EDITOR', 'ADMIN'] as const;

export type Role = (typeof roles)[number];

export function includesRole(held: Role, needed: Role): boolean {
  return roles.indexOf(held) >= roles.indexOf(needed);
}

/** Who a request comes from. */
export interface Caller {
  /** What changes are signed with. */
  readonly name: string;
  readonly role: Role;
}

/** A token that was given to somebody, without its secret. Kept for good: a revoked one stays to be read. */
export interface AccessTokenRecord extends Caller {
  /** "token:019ac0ffee12a1b2c3d4", in the order in which they were made. */
  readonly id: string;
  readonly createdBy: string;
  /** ISO 8601, UTC, like all times here. */
  readonly createdAt: string;
  /** `null` for a token that doesn't expire. */
  readonly expiresAt: string | null;
  /** The last day on which it was used, `null` before. By day, so that a token costs one write a day. */
  readonly lastUsedOn: string | null;
  readonly revokedBy: string | null;
  readonly revokedAt: string | null;
}
