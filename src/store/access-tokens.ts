import type { AccessTokenRecord } from '../model/access-token.js';
import type { Page, PageRequest } from './graph-store.js';

/** A token as it is kept: of its secret only the digest. */
export interface StoredToken {
  readonly record: AccessTokenRecord;
  /** SHA-256 of the secret, 64 hexadecimal digits. */
  readonly digest: string;
}

/** The part of a store that keeps tokens: a back end has them beside the graph. */
export interface AccessTokens {
  add(token: StoredToken): Promise<void>;

  /** `null` for an identifier that the store doesn't know. */
  find(id: string): Promise<StoredToken | null>;

  /** All, revoked ones too, in the order in which they were made; the sort key is the identifier. */
  list(page: PageRequest): Promise<Page<AccessTokenRecord>>;

  /**
   * Takes a token back for good. One that is revoked already stays as it was.
   *
   * @param at - ISO 8601, UTC.
   * @returns `null` for an unknown identifier.
   */
  revoke(id: string, by: string, at: string): Promise<AccessTokenRecord | null>;

  /** Keeps the day of the last use. Nothing happens for an unknown identifier. @param day - YYYY-MM-DD. */
  noteUse(id: string, day: string): Promise<void>;
}
