import { BadArgumentError } from '../src/errors.js';
import { firstDayOf, isPartialDate, lastDayOf, type PartialDate } from '../src/model/partial-date.js';
import { builder } from './builder.js';

export const PartialDateScalar = builder.scalarType('PartialDate', {
  description: 'A year, a month or a day as ISO 8601 writes them: "1957", "1957-07", "1957-07-08".',
  serialize: (value) => value,
  parseValue(value) {
    if (typeof value === 'string' && isPartialDate(value)) return value;
    throw new BadArgumentError(
      'A date must be a year, a month or a day of the calendar.',
      'Write "1957", "1957-07" or "1957-07-08".',
    );
  },
});

/** @throws {BadArgumentError} when the range ends before it begins, which no record can match. */
export function checkedRange(from: PartialDate | null | undefined, to: PartialDate | null | undefined) {
  if (from && to && firstDayOf(from) > lastDayOf(to)) {
    throw new BadArgumentError('The range ends before it begins.', 'Let from be the earlier date.');
  }
  return { from: from ?? undefined, to: to ?? undefined };
}
