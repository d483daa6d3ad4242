import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nodeColours, nodeLimits, nodeSizes } from '../../explorer/picture.js';
import { overview, parseRoute, printRoute, viewNames } from '../../explorer/route.js';
import { entityKindNames, modalityNames, relationTypeNames } from '../../src/model/ontology.js';

const id = fc.string({ unit: 'grapheme', minLength: 1 });
const passage = fc
  .record({ document: id, start: fc.nat(1_000_000), length: fc.integer({ min: 1, max: 10_000 }) })
  .map(({ document, start, length }) => ({ document, start, end: start + length }));
const date = fc.constantFrom('1957', '1957-07', '1957-07-08');
const filter = fc.record({
  kinds: fc.subarray([...entityKindNames]),
  types: fc.subarray([...relationTypeNames]),
  modality: fc.subarray([...modalityNames]),
  minConfidence: fc.option(fc.constantFrom(0.25, 0.5, 1)),
  since: fc.option(date),
  until: fc.option(date),
});
const coordinate = fc.integer({ min: -20_000, max: 20_000 }).map((value) => value / 10_000);
const ids = fc.uniqueArray(id, { maxLength: 3 });
const picture = fc.record({
  limit: fc.constantFrom(...nodeLimits),
  colour: fc.constantFrom(...nodeColours),
  size: fc.constantFrom(...nodeSizes),
  expanded: ids,
  hidden: ids,
  pins: fc.array(fc.record({ id, x: coordinate, y: coordinate }), { maxLength: 3 }),
  table: fc.boolean(),
});
const path = fc.record({ from: id, to: fc.option(id) });
const route = fc.record({
  view: fc.constantFrom(...viewNames),
  entity: fc.option(id),
  chosen: fc.option(id),
  depth: fc.integer({ min: 1, max: 3 }),
  relations: fc.array(id, { maxLength: 4 }),
  passage: fc.option(passage),
  filter,
  path: fc.option(path),
  picture,
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
    ['#view=nonsense'],
    ['#kinds=nonsense&types=,&modality='],
    ['#confidence=2&since=yesterday'],
    ['#relation='],
    ['#%E0%A4%A'],
  ])('%s shows the overview', (fragment) => {
    expect(parseRoute(fragment)).toEqual(overview);
  });

  it.each([['#document=document:a'], ['#document=document:a&start=9&end=3'], ['#document=document:a&start=-1&end=3']])(
    '%s opens the document at its beginning',
    (fragment) => {
      expect(parseRoute(fragment).passage).toEqual({ document: 'document:a', start: 0, end: 0 });
    },
  );

  it('goes no further than the API does', () => {
    expect(parseRoute('#entity=a&depth=99').depth).toBe(3);
    expect(parseRoute('#entity=a&depth=0').depth).toBe(1);
  });
});
