import { randomBytes } from 'node:crypto';

/**
 * An identifier that sorts by the millisecond it was made in, and that two processes never make alike.
 *
 * @returns Twenty hexadecimal digits: twelve of the time, as in version 7 of UUIDs, and eight of chance.
 */
export function timeOrderedId(now = Date.now()): string {
  return now.toString(16).padStart(12, '0') + randomBytes(4).toString('hex');
}
