import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName } from '../../src/names/fold-name.js';
import { nameSkeleton } from '../../src/names/name-skeleton.js';
import { rankName } from '../../src/names/rank-name.js';
import { searchTokens } from '../../src/names/search-tokens.js';

describe('foldName', () => {
  it.each([
    ['Kim Il-sŏng', 'kim il song'],
    ["Ch'oe Yong-gŏn", 'choe yong gon'],
    ['Москва', 'moskva'],
    ['  GOMUŁKA,  W. ', 'gomulka w'],
    ['—', ''],
  ])('%s is %j', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it('folds what is folded no further', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)));
  });
});

describe('nameSkeleton', () => {
  it.each([
    ['Kim Ir Sen', 'Kim Il-sŏng'],
    ['Chou En-lai', 'Zhou Enlai'],
    ['Hsiao', 'Xiao'],
    ['Aleksei', 'Alexei'],
  ])('of %s is that of %s', (one, other) => {
    expect(nameSkeleton(one)).toBe(nameSkeleton(other));
  });

  it.each([
    ['Nam Il', 'Nam Il U'],
    ['Molotov', 'Mikoyan'],
  ])('of %s is not that of %s', (one, other) => {
    expect(nameSkeleton(one)).not.toBe(nameSkeleton(other));
  });
});

describe('searchTokens', () => {
  it('hold words, trigrams and skeletons, once each and in order', () => {
    const tokens = searchTokens('Nam Il');
    expect(tokens).toEqual([...new Set(tokens)].sort());
    expect(tokens).toEqual(
      expect.arrayContaining(['wnam', 'wil', 't00n', 'tnam', 't0il', `n${nameSkeleton('Nam Il')}`]),
    );
    expect(searchTokens('—')).toEqual([]);
  });

  it('hold only a–z and 0–9, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) =>
        searchTokens(name).every((token) => /^[a-z0-9]{2,}$/.test(token)),
      ),
    );
  });
});

describe('rankName', () => {
  const score = (query: string, ...surfaces: string[]) => rankName(query, surfaces).score;

  it('puts the same name first, then its words turned, another romanisation, a part, a misspelling', () => {
    const scores = [
      score('Kim Il-sung', 'Kim Il Sung'),
      score('Il Sung Kim', 'Kim Il Sung'),
      score('Kim Ir Sen', 'Kim Il Sung'),
      score('Kim', 'Kim Il Sung'),
      score('Khrushlev', 'Khrushchev'),
    ];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores[0]).toBe(1);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it('names the surface that matched, and none for what is unlike', () => {
    expect(rankName('Peking', ['Beijing', 'Peking'])).toEqual({ matched: 'Peking', score: 1 });
    expect(score('Warsaw', 'Kim Il Sung')).toBe(0);
  });
});
