import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockingKeys, compareNames } from '../../src/names/compare-names.js';
import { type NamePair, readNamePairs } from './read-name-pairs.js';

const pairs = readNamePairs();

describe('the table of pairs', () => {
  it('is told apart with a precision of 0.98 at a recall of 0.90', () => {
    const isFound = ({ one, other, kind }: NamePair) => compareNames(one, other, kind).verdict === 'SAME';
    const same = pairs.filter(({ verdict }) => verdict === 'SAME');
    const different = pairs.filter(({ verdict }) => verdict === 'DIFFERENT');
    expect(same.length).toBeGreaterThanOrEqual(300);
    expect(different.length).toBeGreaterThanOrEqual(300);
    const [hits, falseHits] = [same.filter(isFound).length, different.filter(isFound).length];
    expect(hits / same.length).toBeGreaterThanOrEqual(0.9);
    expect(hits / (hits + falseHits)).toBeGreaterThanOrEqual(0.98);
  });

  it('is answered alike in both directions', () => {
    for (const { one, other, kind } of pairs)
      expect([one, other, compareNames(one, other, kind)]).toEqual([one, other, compareNames(other, one, kind)]);
  });

  it('shares a blocking key wherever two names are called the same', () => {
    for (const { one, other, kind } of pairs) {
      if (compareNames(one, other, kind).verdict !== 'SAME') continue;
      const keys = new Set(blockingKeys(one, kind));
      expect([one, other, blockingKeys(other, kind).some((key) => keys.has(key))]).toEqual([one, other, true]);
    }
  });
});

describe('compareNames', () => {
  it.each([
    ['Rhee', 'Syngman Rhee', 'POSSIBLE'],
    ['Zhou', 'Chou En-lai', 'POSSIBLE'],
    ['Mr. Dulles', 'Allen Dulles', 'POSSIBLE'],
    ['Dulles', 'Dulles', 'POSSIBLE'],
    ['Premier Chou En-lai', 'Zhou Enlai', 'SAME'],
    ['Comrade N. S. Khrushchev', 'Nikita Khrushchev', 'SAME'],
    ['Herbert Hoover, Jr.', 'Herbert Hoover, Sr.', 'DIFFERENT'],
    ['Herbert Hoover, Jr.', 'Herbert Hoover', 'POSSIBLE'],
    ['William C. Foster', 'William Z. Foster', 'DIFFERENT'],
    ['', 'Nam Il', 'DIFFERENT'],
  ] as const)('%s and %s: %s', (one, other, verdict) => {
    expect(compareNames(one, other, 'PERSON').verdict).toBe(verdict);
  });

  it('gives a reason that names the writing', () => {
    expect(compareNames('Kim Ir Sen', 'Kim Il Sung', 'PERSON').reason).toMatch(/^Korean/);
    expect(compareNames('Chou En-lai', 'Zhou Enlai', 'PERSON').reason).toMatch(/^Chinese/);
  });

  it('of any two strings ends, is symmetric, and finds a name the same as itself', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(...pairs.flatMap(({ one, other }) => [one, other])),
    );
    const kind = fc.constantFrom('PERSON' as const, 'PLACE' as const);
    fc.assert(
      fc.property(name, name, kind, (one, other, of) => {
        const found = compareNames(one, other, of);
        expect(compareNames(other, one, of)).toEqual(found);
        expect(compareNames(one, one, of).verdict === 'DIFFERENT').toBe(blockingKeys(one, of).length === 0);
        const keys = new Set(blockingKeys(one, of));
        if (found.verdict === 'SAME') expect(blockingKeys(other, of).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
