import { createHash, timingSafeEqual } from 'node:crypto';

function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

/** What decisions made with the admin token are signed with. */
const adminName = 'admin';

/**
 * Who a request comes from, as far as it may change something.
 *
 * Digests are compared, in constant time: neither the token's characters nor its length can be guessed from how long
 * the answer takes.
 *
 * @returns `null` without the token, or where the server has none.
 */
export function editorOfRequest(request: Request, adminToken: string | undefined): string | null {
  const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (adminToken === undefined || given === undefined) return null;
  return timingSafeEqual(digest(given), digest(adminToken)) ? adminName : null;
}
