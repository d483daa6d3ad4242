import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countBars, countDates } from '../../explorer/timeline/count-bars.js';
import { packLane } from '../../explorer/timeline/pack-lane.js';
import {
  dayNumber,
  dayOf,
  padded,
  panned,
  shortestWindow,
  spanOf,
  spanOfAll,
  ticks,
  within,
  zoomed,
} from '../../explorer/timeline/time-window.js';

const day = fc.integer({ min: -30_000, max: 10_000 });
const window = fc
  .tuple(day, fc.double({ min: 1, max: 40_000, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('a partial date on the line', () => {
  it.each([
    ['1957-07-12', '1957-07-12', '1957-07-13'],
    ['1957-07', '1957-07-01', '1957-08-01'],
    ['1956-02', '1956-02-01', '1956-03-01'],
    ['1957', '1957-01-01', '1958-01-01'],
  ])('%s is the span from %s to before %s', (date, from, to) => {
    expect(spanOf(date)).toEqual({ from: dayNumber(from), to: dayNumber(to) });
  });

  it('reaches to the end of what lasts longer', () => {
    expect(spanOf('1957-06-22', '1957-06')).toEqual({ from: dayNumber('1957-06-22'), to: dayNumber('1957-07-01') });
  });

  it('comes back as the day it is', () => {
    fc.assert(fc.property(day, (number) => expect(dayNumber(dayOf(number))).toBe(number)));
  });
});

describe('the window', () => {
  it('stays within its bounds and long enough, however it is moved', () => {
    const move = fc.oneof(
      fc.double({ min: 0.1, max: 10, noNaN: true }).map((factor) => ({ factor })),
      fc.double({ min: -3, max: 3, noNaN: true }).map((share) => ({ share })),
    );
    fc.assert(
      fc.property(window, fc.array(move, { maxLength: 20 }), (span, moves) => {
        const bounds = padded(span);
        let now = within(span, bounds);
        for (const one of moves) {
          now =
            'factor' in one
              ? zoomed(now, one.factor, now.from + 0.3 * (now.to - now.from), bounds)
              : panned(now, one.share, bounds);
          expect(now.to - now.from).toBeGreaterThanOrEqual(Math.min(shortestWindow, bounds.to - bounds.from) - 1e-6);
          expect(now.from).toBeGreaterThanOrEqual(bounds.from - 1e-6);
          expect(now.to).toBeLessThanOrEqual(Math.max(bounds.to, bounds.from + shortestWindow) + 1e-6);
        }
      }),
    );
  });

  it('keeps the day under the pointer where it is while it is zoomed', () => {
    const bounds = { from: 0, to: 1_000 };
    const before = { from: 400, to: 600 };
    const at = 450;
    const after = zoomed(before, 0.5, at, bounds);
    expect((at - after.from) / (after.to - after.from)).toBeCloseTo((at - before.from) / (before.to - before.from));
  });

  it('has marks in it, in their order, and not more than fit', () => {
    fc.assert(
      fc.property(window, fc.integer({ min: 2, max: 30 }), (span, most) => {
        const marks = ticks(span, most);
        expect(marks.every((mark) => mark.day >= span.from && mark.day < span.to)).toBe(true);
        expect(marks.map((mark) => mark.day)).toEqual([...marks.map((mark) => mark.day)].sort((a, b) => a - b));
        expect(new Set(marks.map(({ label }) => label)).size).toBe(marks.length);
        expect(marks.length).toBeLessThanOrEqual(most + 2);
      }),
    );
  });

  it('holds all that it is made for', () => {
    expect(spanOfAll([])).toBeNull();
    expect(spanOfAll([spanOf('1957'), spanOf('1956-02')])).toEqual({
      from: dayNumber('1956-02-01'),
      to: dayNumber('1958-01-01'),
    });
  });
});

describe('a lane', () => {
  const item = fc
    .record({
      from: fc.integer({ min: 0, max: 400 }),
      length: fc.integer({ min: 1, max: 90 }),
      labelWidth: fc.nat(200),
    })
    .map(({ from, length, labelWidth }) => ({ from, to: from + length, labelWidth }));
  const items = fc
    .array(item, { maxLength: 60 })
    .map((given) => given.sort((a, b) => a.from - b.from).map((one, index) => ({ ...one, id: String(index) })));
  const shown = { from: 100, to: 300 };

  it('draws or counts each item in the window once, and no other', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 8 }), (given, rows) => {
        const { placed, crowds } = packLane(given, shown, 800, rows);
        const found = [
          ...placed.map((one) => one.item.id),
          ...crowds.flatMap((crowd) => crowd.items.map(({ id }) => id)),
        ];
        const expected = given.filter(({ from, to }) => to > shown.from && from < shown.to).map(({ id }) => id);
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });

  it('covers no bar and no name with another bar of its row', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 8 }), (given, rows) => {
        const { placed } = packLane(given, shown, 800, rows);
        for (const a of placed) {
          expect(a.row).toBeLessThan(rows);
          for (const b of placed) {
            if (a === b || a.row !== b.row || a.x > b.x) continue;
            expect(a.x + a.width + a.labelRoom).toBeLessThanOrEqual(b.x);
          }
        }
      }),
    );
  });

  it('counts nothing while a row is free', () => {
    const alone = [{ id: 'a', from: 150, to: 151, labelWidth: 100 }];
    expect(packLane(alone, shown, 800, 1)).toMatchObject({
      placed: [{ row: 0, width: 10, labelRoom: 90 }],
      crowds: [],
    });
  });
});

describe('the bars of statements', () => {
  it('count each date, and have the highest full', () => {
    const counts = countDates(['1957-07-12', '1957', '1957-07-12', '1957-07', '1957-07-12', '1957-07-12']);
    expect(counts).toEqual([
      { date: '1957', count: 1 },
      { date: '1957-07', count: 1 },
      { date: '1957-07-12', count: 4 },
    ]);
    const bars = countBars(counts, spanOf('1957-07-12'));
    expect(bars.map(({ date, height }) => ({ date, height }))).toEqual([
      { date: '1957', height: 0.5 },
      { date: '1957-07', height: 0.5 },
      { date: '1957-07-12', height: 1 },
    ]);
    expect(countBars(counts, spanOf('1956'))).toEqual([]);
  });
});
