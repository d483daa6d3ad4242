import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BadArgumentError } from '../../src/errors.js';
import { parsePassageQuery, type QueryWord } from '../../src/search/passage-query.js';

const plain = (runs: readonly (readonly QueryWord[])[]) =>
  runs.map((words) => words.map(({ folded }) => folded).join(' '));

describe('a query', () => {
  it.each([
    ['Kim Ir Sen rice', ['kim ir sen rice'], [], []],
    ['rice "two Chinas" trade', ['rice', 'trade'], ['two chinas'], []],
    ['“two Chinas” «три»', [], ['two chinas', 'tri'], []],
    ['rice "two Ch', ['rice'], ['two ch'], []],
    ['rice -trade -"two Chinas" -off-shore', ['rice'], [], ['trade', 'two chinas', 'off shore']],
    ['cease-fire - rice', ['cease fire', 'rice'], [], []],
    ['say"ing', ['say ing'], [], []],
    ['rice ""', ['rice'], [], []],
  ])('%s', (text, runs, phrases, without) => {
    const query = parsePassageQuery(text);
    expect(plain(query.runs).join(' ')).toBe(runs.join(' '));
    expect(plain(query.phrases)).toEqual(phrases);
    expect(plain(query.without)).toEqual(without);
  });

  it('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        try {
          const { runs, phrases, without } = parsePassageQuery(text);
          expect([...runs, ...phrases].flat().length).toBeGreaterThan(0);
          for (const { folded } of [...runs, ...phrases, ...without].flat()) expect(folded).toMatch(/^[a-z0-9]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(BadArgumentError);
        }
      }),
    );
  });
});
