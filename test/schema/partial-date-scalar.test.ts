import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { schema } from '../../schema/schema.js';

const errorsOf = (date: string) => validate(schema, parse(`{ statements(from: ${date}) { nodes { id } } }`));

describe('PartialDate', () => {
  it.each(['"1957"', '"1957-07"', '"1957-07-08"', '"1956-02-29"'])('takes %s', (date) => {
    expect(errorsOf(date)).toEqual([]);
  });

  it.each(['"1957-02-30"', '"1957-13"', '"57"', '"July 1957"', '""', '1957', 'true'])('refuses %s', (date) => {
    expect(errorsOf(date).map(({ message }) => message)).toEqual([
      expect.stringContaining('a year, a month or a day of the calendar'),
    ]);
  });
});
