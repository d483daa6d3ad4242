import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blockAt, rangesByBlock, textBlocks } from '../../explorer/document/text-blocks.js';
import { segmentText } from '../../explorer/document/text-segments.js';

const range = fc.tuple(fc.nat(60), fc.nat(25)).map(([start, length]) => ({ start, end: start + length }));
const ranges = fc.array(range, { maxLength: 12 });
const window = fc.tuple(fc.nat(40), fc.nat(40)).map(([from, length]) => ({ from, to: from + length }));

describe('the segments of a text', () => {
  it('joined give the text, whatever overlaps', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 60, maxLength: 120 }), window, ranges, (text, { from, to }, given) => {
        const joined = segmentText(from, to, given).map(({ start, end }) => text.slice(start, end));
        expect(joined.join('')).toBe(text.slice(from, to));
      }),
    );
  });

  it('lie each within exactly the ranges that hold all of it, the innermost last', () => {
    fc.assert(
      fc.property(window, ranges, ({ from, to }, given) => {
        for (const { start, end, within } of segmentText(from, to, given)) {
          expect(from === to || start < end).toBe(true);
          const holding = given.filter((one) => one.start < one.end && one.start < end && one.end > start);
          expect(holding.every((one) => one.start <= start && one.end >= end)).toBe(true);
          expect(new Set(within)).toEqual(new Set(holding));
          expect(within.length).toBe(holding.length);
          const lengths = within.map((one) => one.end - one.start);
          expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
        }
      }),
    );
  });
});

describe('the blocks of a text', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 4_000 });
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));

  it('joined give the text, and break no character', () => {
    fc.assert(
      fc.property(text, (value) => {
        const parts = textBlocks(value).map(({ start, end }) => value.slice(start, end));
        expect(parts.join('')).toBe(value);
        expect(parts.every((part) => part !== '' && !/[\uD800-\uDBFF]$/.test(part))).toBe(true);
      }),
    );
  });

  it('end after a line where one ends', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `Line ${index} of the record, as it was received.`);
    const value = lines.join('\n');
    const blocks = textBlocks(value);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.slice(0, -1).every(({ end }) => value.charAt(end - 1) === '\n')).toBe(true);
  });

  it('know what lies in them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), ranges, (length, given) => {
        const stretched = given.map(({ start, end }) => ({ start: start * 300, end: end * 300 }));
        const blocks = textBlocks('x'.repeat(length));
        const within = stretched.filter(({ end }) => end <= length);
        const expected = blocks.map((block) =>
          within.filter(({ start, end }) => start < end && start < block.end && end > block.start),
        );
        expect(rangesByBlock(blocks, within)).toEqual(expected);
        for (const [index, { start, end }] of blocks.entries()) {
          expect([blockAt(blocks, start), blockAt(blocks, end - 1)]).toEqual([index, index]);
        }
      }),
    );
  });
});
