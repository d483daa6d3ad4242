import { describe, expect, it } from '@jest/globals';
import { dateForms, dateOfLine, findDate } from '../../../ingest/sources/find-date.js';

describe('findDate', () => {
  it.each(dateForms.map((form) => [form.reason, form] as const))(
    'reads its example: %s',
    (_reason, { example, date }) => {
      expect(findDate(example)?.date).toBe(date);
    },
  );

  it.each([
    ['Journal of the Ambassador for 8 July 1957', '1957-07-08'],
    ['the 8th of July, 1957', '1957-07-08'],
    ['Sept. 3, 1956', '1956-09-03'],
    ['3.IX.1956', '1956-09-03'],
    ['03.09.1956', '1956-09-03'],
    ['Report on October 1956', '1956-10'],
    ['30 February 1957', '1957-02'],
    ['Report of October 1956, written 2 November 1956', '1956-11-02'],
  ])('%s', (text, date) => {
    expect(findDate(text)?.date).toBe(date);
  });

  it('reads no date where there is none, or none that can be told', () => {
    for (const text of ['8/7/1957', 'march on the North in 1957', 'file 102-1957-13', 'August plenum']) {
      expect(findDate(text)).toBeNull();
    }
  });

  it('says where the date stands', () => {
    const text = 'Pyongyang, 8 July 1957, noon';
    const found = findDate(text);
    expect(text.slice(found?.start, found?.end)).toBe('8 July 1957');
  });
});

describe('dateOfLine', () => {
  it('takes only a line that says nothing else', () => {
    expect(dateOfLine(' July 8, 1957 ')).toBe('1957-07-08');
    expect(dateOfLine('July 1957')).toBe('1957-07');
    expect(dateOfLine('1957.')).toBe('1957');
    expect(dateOfLine('Pyongyang, 8 July 1957')).toBeNull();
    expect(dateOfLine('He came on 8 July 1957.')).toBeNull();
  });
});
