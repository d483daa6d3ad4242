import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bracketRepairs } from '../../../ingest/text/bracket-repairs.js';
import { editsOf, repair } from '../../../ingest/text/repair.js';
import { characterRepairs } from '../../../ingest/text/repairs.js';
import { applyEdits } from '../../../ingest/text/text-edits.js';
import { wordRepairs } from '../../../ingest/text/word-repairs.js';

const rows = [...characterRepairs, ...wordRepairs, ...bracketRepairs];
const whole = (text: string) => ({ start: 0, end: text.length });
const repaired = (text: string) => repair(text, whole(text)).text;

/** Any text: damage that rows mend, in pieces and side by side, between letters of every sort, halves of pairs included. */
const damagedText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...rows.map(({ example }) => example)) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom(...rows.map(({ example }) => example)), fc.nat(60), fc.nat(60))
          .map(([example, from, length]) => example.slice(from, from + length)),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\n',
          '\r\n',
          '\r',
          '\n\n',
          ' ',
          '-\n',
          '[',
          ']',
          '$',
          '<i>',
          '&#8217;',
          '\u00AD',
          'II',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      {
        weight: 1,
        arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
      },
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''));

const textAndRange = damagedText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
);

describe('each row of repairs', () => {
  it.each(rows.map((row) => [row.reason, row] as const))('%s', (_reason, row) => {
    expect(editsOf(row, row.example).length).toBeGreaterThan(0);
    expect(applyEdits(row.example, editsOf(row, row.example))).toBe(row.exampleRepaired);
  });

  it('mends its example among all the others too', () => {
    for (const { example, exampleRepaired } of rows) expect(repaired(example)).toBe(exampleRepaired);
  });

  it('finds nothing more to mend in what it mended', () => {
    for (const { exampleRepaired } of rows) expect(repaired(exampleRepaired)).toBe(exampleRepaired);
  });
});

describe('words that look damaged and are not', () => {
  it.each([
    'World War II ended; Nicholas II, John Paul II and Elizabeth II did not meet.',
    'An II Corps officer, Park II, and Article II of the treaty',
    'The aid was $5 million in 1956 and $6 million in 1957.',
    'Prices of $5-$10 and $20.',
    'Files F. 0102, Op. 13 and AB0102 of MID-10',
    'modern internal external western return concern government',
    'He said "yes" and ‘no’ and “perhaps”.',
    'Pak Chang-ok [deputy premier] and Zhou Enlai [Chou En-lai] came.',
    'the Syngman Rhee government [lisynmanovtsy]',
    '["Molotov is an old revolutionary"',
    'a ] lost [ bracket',
    'Nam 11 July, and Kim 1 May',
    '2 * 3 * 4 and *** and a*',
    'x < y and <unknown tag> and A&B; AT&T;',
  ])('%s', (text) => {
    expect(repaired(text)).toBe(text);
  });
});

describe('brackets', () => {
  it.each([
    ['officials of [Unsan] District', 'officials of Unsan District'],
    ['he permitted [dopustil] such acts', 'he permitted such acts'],
    ['the cadres [ganbu] left', 'the cadres left'],
    ['the transfer [peredacha] and the factional [zongpai] acts', 'the transfer and the factional acts'],
    ['the information [informatsiya] of the ministry [area]', 'the information of the ministry area'],
    ['be polite [laughter].', 'be polite.'],
    ['the Yugoslav leader [Tito] and the premier [Zhou]', 'the Yugoslav leader Tito and the premier Zhou'],
    ['the [note] of protest [page 14] and [pages 2-3]', 'the note of protest and'],
    ['the cadres [干部] left', 'the cadres left'],
    ['Comrade [Ivanov] spoke', 'Comrade Ivanov spoke'],
    ['Mao [Zedong] spoke', 'Mao Zedong spoke'],
    ['they [the Chinese] agreed', 'they [the Chinese] agreed'],
    ['he [was] at home', 'he was at home'],
    ['the [Korean] people', 'the Korean people'],
    ['for the council [until] Monday', 'for the council until Monday'],
    ['[Page 12] Then he left', ' Then he left'],
    ['[I] visited Nam Il', 'I visited Nam Il'],
    ['[Mensk?] Street', 'Mensk Street'],
  ])('%s', (text, expected) => {
    expect(repaired(text)).toBe(expected);
  });

  it('gives a name its brackets back', () => {
    const text = 'officials of [Unsan] District said';
    const result = repair(text, whole(text));
    const start = result.text.indexOf('Unsan District');
    const received = result.toReceived({ start, end: start + 'Unsan District'.length });
    expect(text.slice(received.start, received.end)).toBe('[Unsan] District');
  });
});

describe('positions', () => {
  it('map each range to the smallest part of the text as received that made it', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const result = repair(text, range);
        const units = Array.from({ length: result.text.length }, (_, i) => result.toReceived({ start: i, end: i + 1 }));
        for (const [i, unit] of units.entries()) {
          expect(unit.start).toBeGreaterThanOrEqual(range.start);
          expect(unit.end).toBeLessThanOrEqual(range.end);
          expect(unit.end).toBeGreaterThan(unit.start);
          const before = units[i - 1];
          if (before !== undefined) {
            expect(unit.start).toBeGreaterThanOrEqual(before.start);
            expect(unit.end).toBeGreaterThanOrEqual(before.end);
          }
        }
        for (let start = 0; start < units.length; start += 7) {
          for (let end = start + 1; end <= units.length; end += 5) {
            expect(result.toReceived({ start, end })).toEqual({ start: units[start]?.start, end: units[end - 1]?.end });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave what stands between two repairs as it was received', () => {
    fc.assert(
      fc.property(textAndRange, ({ text, range }) => {
        const result = repair(text, range);
        let received = range.start;
        let position = 0;
        for (const change of [
          ...result.repairs,
          {
            received: { start: range.end, end: range.end },
            repaired: { start: result.text.length, end: result.text.length },
            reason: 'the end',
          },
        ]) {
          expect(result.text.slice(position, change.repaired.start)).toBe(text.slice(received, change.received.start));
          expect(change.repaired.start).toBeGreaterThanOrEqual(position);
          expect(change.reason).not.toBe('');
          if (change.repaired.start > position) {
            expect(result.toReceived({ start: position, end: change.repaired.start })).toEqual({
              start: received,
              end: change.received.start,
            });
          }
          if (change.repaired.end > change.repaired.start) {
            expect(result.toReceived(change.repaired)).toEqual(change.received);
          }
          received = change.received.end;
          position = change.repaired.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are the same plus the start of the range where nothing is mended', () => {
    const text = 'Head.\n\nThe ambassador met the minister.\nThey talked.';
    const range = { start: 7, end: text.length };
    const result = repair(text, range);
    expect(result.repairs).toEqual([]);
    expect(result.text).toBe(text.slice(7));
    expect(result.toReceived({ start: 4, end: 14 })).toEqual({ start: 11, end: 21 });
  });
});
