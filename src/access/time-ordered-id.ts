import { randomBytes } from 'node:crypto';

/** Of the last one: identifiers of one millisecond count on from it. */
let last = { now: Number.NaN, end: 0 };

/** How far one identifier may be from the one before it, in the same millisecond. */
const mostStep = 2 ** 16;

/**
 * An identifier that sorts by the millisecond it was made in, and within it by the order in which this process made
 * them; two processes never make one alike. As UUIDs of version 7 with monotonic random (RFC 9562, 6.2, method 2).
 *
 * @returns Twenty hexadecimal digits: twelve of the time and eight of chance.
 */
export function timeOrderedId(now = Date.now()): string {
  const chance = randomBytes(4).readUInt32BE();
  // The first of a millisecond leaves room for tens of thousands behind it.
  const end = now === last.now ? last.end + 1 + (chance % mostStep) : chance >>> 1;
  last = { now, end };
  return now.toString(16).padStart(12, '0') + end.toString(16).padStart(8, '0');
}
