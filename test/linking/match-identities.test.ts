import { describe, expect, it } from '@jest/globals';
import type { Identity } from '../../src/linking/identity.js';
import { matchIdentities } from '../../src/linking/match-identities.js';

const body = (id: string, name: string, authority: string | null = null): Identity => ({
  id: `organization:${id}`,
  kind: 'ORGANIZATION',
  name,
  authority,
});

describe('bodies of the same letters', () => {
  it.each([
    ['Ministry of Foreign Affairs', 'POSSIBLE'],
    ['People’s Committee', 'POSSIBLE'],
    ['Politburo', 'POSSIBLE'],
    ['Union of Democratic Youth', 'SAME'],
    ['Hwanghae Iron Works', 'SAME'],
  ] as const)('takes %j in two documents for %s', (name, verdict) => {
    expect(matchIdentities(body('a', name), body('b', name.toUpperCase()))?.verdict).toBe(verdict);
  });

  it('never takes two records of authorities for one', () => {
    expect(matchIdentities(body('a', 'Politburo', 'x'), body('b', 'Politburo', 'y'))).toBeNull();
  });
});
