import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { overview, parseRoute, printRoute } from '../../explorer/route.js';

const id = fc.string({ unit: 'grapheme', minLength: 1 });
const passage = fc
  .record({ document: id, start: fc.nat(1_000_000), length: fc.nat(10_000) })
  .map(({ document, start, length }) => ({ document, start, end: start + length }));
const route = fc.record({
  entity: fc.option(id),
  depth: fc.integer({ min: 1, max: 3 }),
  relations: fc.array(id, { maxLength: 4 }),
  passage: fc.option(passage),
});

describe('the explorer’s route', () => {
  it('comes back from the address as it went in', () => {
    fc.assert(fc.property(route, (value) => expect(parseRoute(printRoute(value))).toEqual(value)));
  });

  it('is readable', () => {
    expect(printRoute({ ...overview, entity: 'person:kim-il-sung' })).toBe('#entity=person:kim-il-sung');
    expect(printRoute(overview)).toBe('');
  });

  it.each([
    ['#'],
    ['#entity='],
    ['#depth=nonsense'],
    ['#document=document:a&start=9&end=3'],
    ['#document=document:a&start=-1&end=3'],
    ['#document=document:a'],
    ['#relation='],
    ['#%E0%A4%A'],
  ])('%s shows the overview', (fragment) => {
    expect(parseRoute(fragment)).toEqual(overview);
  });

  it('goes no further than the API does', () => {
    expect(parseRoute('#entity=a&depth=99').depth).toBe(3);
    expect(parseRoute('#entity=a&depth=0').depth).toBe(1);
  });
});
