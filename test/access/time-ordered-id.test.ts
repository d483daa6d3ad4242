import { describe, expect, it } from '@jest/globals';
import { timeOrderedId } from '../../src/access/time-ordered-id.js';

describe('identifiers by time', () => {
  it('sort in the order in which they were made, those of one millisecond too', () => {
    const now = Date.UTC(2026, 0, 1);
    const made = Array.from({ length: 20_000 }, (_, index) => timeOrderedId(now + Math.floor(index / 10_000)));
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
    expect(made.every((id) => /^[0-9a-f]{20}$/.test(id))).toBe(true);
  });
});
