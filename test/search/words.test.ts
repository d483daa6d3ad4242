import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName } from '../../src/names/fold-name.js';
import { isMisspelling } from '../../src/search/misspelling.js';
import { englishSpellings, stemWord } from '../../src/search/stem-word.js';
import { nameWords, proseWords, proseWordsBetween } from '../../src/search/words.js';

const folded = (words: readonly { readonly folded: string }[]) => words.map((word) => word.folded);

describe('words of a text', () => {
  it.each([
    ['Rhee’s “cease-fire” of the D.P.R.K.', ['rhee', 'cease', 'fire', 'of', 'the', 'dprk']],
    ["Ch'oe Yŏng-gŏn", ['choe', 'yong', 'gon']],
    ['Ким и 김일성', ['kim', 'i', 'gim', 'il', 'seong']],
    ['A. M. Puzanov, 38th parallel', ['a', 'm', 'puzanov', '38th', 'parallel']],
    ['½—…', ['1', '2']],
    ['', []],
  ])('%s', (text, words) => {
    expect(folded(proseWords(text))).toEqual(words);
  });

  it('stand where they say', () => {
    const text = '“𝕂orea’s” U.S. bases';
    expect(proseWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['𝕂orea', 'U.S.', 'bases']);
  });

  it('know with what a hyphen joins them', () => {
    expect(proseWords('off-shore, mid - way').map(({ compound }) => compound)).toEqual([null, 'offshore', null, null]);
  });

  it('between two places are those of the part alone, wherever it is cut off', () => {
    const letter = fc.constantFrom(
      'a',
      'U',
      'Ŏ',
      'o\u0306',
      '김',
      "'",
      '’',
      's',
      '-',
      '.',
      ' ',
      ' ',
      '½',
      '3',
      ',',
      '“',
    );
    fc.assert(
      fc.property(fc.array(letter), fc.nat(), fc.nat(), (letters, one, other) => {
        const text = letters.join('');
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const plain = proseWords(text.slice(start, end)).map(({ folded, compound }) => ({ folded, compound }));
        const between = proseWordsBetween(text)(start, end).map(({ folded, compound }) => ({ folded, compound }));
        expect(between).toEqual(plain);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a name are those that it folds to', () => {
    const letter = fc.constantFrom('a', 'Ŏ', 'й', '김', '金', "'", '’', '-', '.', ' ', '½', '3');
    fc.assert(
      fc.property(fc.array(letter), (letters) => {
        const name = letters.join('');
        expect(folded(nameWords(name)).join(' ')).toBe(foldName(name));
      }),
    );
  });

  it('lie in the text, one behind the other, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { folded: word, start, end } of proseWords(text)) {
          expect(word).toMatch(/^[a-z0-9]+$/);
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('the stem of a word', () => {
  it.each(englishSpellings.map(({ reason, example }) => [reason, ...example] as const))(
    'is the same however it is spelled: %s, %s and %s',
    (_reason, british, american) => {
      expect(stemWord(british)).toBe(stemWord(american));
      expect(stemWord(british)).toMatch(/^[a-z]+$/);
    },
  );

  it('is that of its plural and its tenses', () => {
    expect(new Set(['negotiate', 'negotiations', 'negotiating'].map(stemWord)).size).toBe(1);
    expect(stemWord('policies')).toBe(stemWord('policy'));
  });
});

describe('a misspelling', () => {
  it.each([
    ['harvset', 'harvest', true],
    ['armstice', 'armistice', true],
    ['amristcie', 'armistice', false],
    ['comunnique', 'communique', true],
    ['karvest', 'harvest', false],
    ['rise', 'rice', false],
    ['harness', 'harvest', false],
  ])('%s of %s: %s', (written, meant, expected) => {
    expect(isMisspelling(written, meant)).toBe(expected);
  });
});
