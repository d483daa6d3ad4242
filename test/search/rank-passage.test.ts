import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findTerms } from '../../src/search/find-terms.js';
import { parsePassageQuery } from '../../src/search/passage-query.js';
import { passageTerms } from '../../src/search/passage-terms.js';
import { rankPassage } from '../../src/search/rank-passage.js';
import { snippetRange } from '../../src/search/snippet.js';
import { joinedRanges, textParts } from '../../src/search/text-parts.js';

function scoreOf(query: string, quote: string): number {
  const terms = passageTerms(parsePassageQuery(query), [], () => false);
  const found = findTerms(terms, quote, [], 1);
  return found === null ? -2 : rankPassage(found, terms.wanted.length) - found.missing.length;
}

describe('a passage', () => {
  it('is the better the more it says of what was asked for', () => {
    const scores = [
      scoreOf('rice harvest', 'The rice harvest, the rice harvest.'),
      scoreOf('rice harvest', 'The rice harvest was poor.'),
      scoreOf('rice harvest', 'The harvests of rice were poor.'),
      scoreOf('rice harvest', 'The rice that was brought in after the harvest was poor.'),
      scoreOf('rice harvest', `The rice that was brought in after the harvest was poor. ${'And so on. '.repeat(20)}`),
      scoreOf('rice harvest', 'The rice was poor; rice, rice.'),
      scoreOf('rice harvest', 'The rice was poor.'),
      scoreOf('rice harvest', 'The tea was poor.'),
    ];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
    expect(scores.at(-1)).toBe(-2);
    expect(scores[0]).toBeLessThanOrEqual(1);
  });
});

describe('a snippet', () => {
  const word = fc.constantFrom('a', 'rice', 'negotiations', '𝕂', '“so”');
  const passage = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 60 }),
    fc.nat(),
    fc.nat(3),
    fc.integer({ min: 1, max: 80 }),
  );

  it('holds what was found and whole words, and no more than asked for but one word', () => {
    fc.assert(
      fc.property(passage, ([words, at, more, characters]) => {
        const quote = words.join(' ');
        const first = at % words.length;
        const last = Math.min(words.length - 1, first + more);
        const start = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
        const focus = { start, end: words.slice(0, last + 1).join(' ').length };
        const range = snippetRange(quote, focus, characters);
        const shown = quote.slice(range.start, range.end);
        expect(` ${quote} `).toContain(` ${shown} `);
        expect(range.start).toBeLessThanOrEqual(focus.start);
        if (focus.end - focus.start <= characters) expect(range.end).toBeGreaterThanOrEqual(focus.end);
        expect(shown.length).toBeLessThanOrEqual(Math.max(characters, words[first]?.length ?? 0));
      }),
    );
  });
});

describe('parts of a text', () => {
  it('are the whole text, and those in ranges are marked', () => {
    const range = fc.tuple(fc.nat(20), fc.nat(5)).map(([start, length]) => ({ start, end: start + length + 1 }));
    fc.assert(
      fc.property(fc.string({ minLength: 27, maxLength: 40 }), fc.array(range), (text, ranges) => {
        const parts = textParts(text, joinedRanges(ranges));
        expect(parts.map((part) => part.text).join('')).toBe(text);
        const isIn = (at: number) => ranges.some(({ start, end }) => start <= at && at < end);
        const isMatch = parts.flatMap((part) => Array.from({ length: part.text.length }, () => part.isMatch));
        expect(isMatch).toEqual(Array.from({ length: text.length }, (_, at) => isIn(at)));
      }),
    );
  });
});
