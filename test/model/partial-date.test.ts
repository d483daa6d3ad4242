import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  comparePartialDates,
  firstDayOf,
  isPartialDate,
  lastDayOf,
  partialDate,
  printPartialDate,
} from '../../src/model/partial-date.js';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('1999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const dates = fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));

describe('partial dates', () => {
  it.each(['1957', '1957-07', '1957-07-08', '1956-02-29'])('takes %s', (date) => {
    expect(isPartialDate(date)).toBe(true);
  });

  it.each([
    '',
    '57',
    '1957-7',
    '1957-13',
    '1957-00',
    '1957-02-29',
    '1957-02-30',
    '1957-07-',
    '8 July 1957',
    '1957-07-08T00:00',
  ])('refuses %j', (date) => {
    expect(isPartialDate(date)).toBe(false);
  });

  it('is made of its parts, and of none that the calendar lacks', () => {
    expect(partialDate(1957)).toBe('1957');
    expect(partialDate(1957, 7)).toBe('1957-07');
    expect(partialDate(1957, 7, 8)).toBe('1957-07-08');
    expect(partialDate(1957, 2, 29)).toBeNull();
    expect(partialDate(1957, 13)).toBeNull();
  });

  it('prints as it is spoken', () => {
    expect(['1957', '1957-07', '1957-07-08'].map(printPartialDate)).toEqual(['1957', 'July 1957', '8 July 1957']);
  });

  it('puts a year before its months and a month before its days', () => {
    expect(['1957-07-08', '1957-07', '1958', '1957', '1956-12-31'].sort(comparePartialDates)).toEqual([
      '1956-12-31',
      '1957',
      '1957-07',
      '1957-07-08',
      '1958',
    ]);
  });

  it('covers from its first day to its last', () => {
    expect([firstDayOf('1956'), lastDayOf('1956')]).toEqual(['1956-01-01', '1956-12-31']);
    expect([firstDayOf('1956-02'), lastDayOf('1956-02')]).toEqual(['1956-02-01', '1956-02-29']);
    fc.assert(
      fc.property(dates, (date) => {
        expect(isPartialDate(firstDayOf(date))).toBe(true);
        expect(isPartialDate(lastDayOf(date))).toBe(true);
        expect(firstDayOf(date) <= lastDayOf(date)).toBe(true);
        expect(firstDayOf(date).startsWith(date) && lastDayOf(date).startsWith(date)).toBe(true);
      }),
    );
  });
});
