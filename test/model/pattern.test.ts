import { describe, expect, it } from '@jest/globals';
import { type Pattern, type PatternStep, settlePattern } from '../../src/model/pattern.js';

const step = (types: PatternStep['types'], from = 0, direction: PatternStep['direction'] = 'OUT'): PatternStep => ({
  ...{ from, types, direction },
});
const settled = (pattern: Pattern) => {
  const outcome = settlePattern(pattern);
  return 'settled' in outcome ? outcome.settled : outcome.fault.message;
};

describe('a pattern', () => {
  it('is narrowed to the kinds and types that the ontology allows, over all its steps', () => {
    const pattern = settled({
      places: [{}, {}, { kinds: ['EVENT', 'PLACE'] }],
      steps: [step(['MEMBER_OF', 'MET_WITH', 'PART_OF']), step(['ORGANIZED'], 1)],
    });
    expect(pattern).toEqual({
      // A group organizes nothing, and only what a MEMBER_OF or PART_OF leads to, or a MET_WITH, can be in the middle.
      places: [
        { entities: null, kinds: ['PERSON', 'ORGANIZATION', 'GROUP'] },
        { entities: null, kinds: ['PERSON', 'ORGANIZATION'] },
        { entities: null, kinds: ['EVENT'] },
      ],
      steps: [step(['MEMBER_OF', 'MET_WITH', 'PART_OF']), step(['ORGANIZED'], 1)],
    });
  });

  it('leaves out types and entities that cannot stand there', () => {
    expect(
      settled({ places: [{ entities: ['person:a', 'event:e'] }, {}], steps: [step(['LOCATED_IN', 'MEMBER_OF'])] }),
    ).toMatchObject({
      places: [{ entities: ['person:a', 'event:e'] }, { kinds: ['ORGANIZATION', 'PLACE', 'GROUP'] }],
    });
    expect(settled({ places: [{ entities: ['person:a', 'event:e'] }, {}], steps: [step(['LOCATED_IN'])] })).toEqual({
      places: [
        { entities: ['event:e'], kinds: ['EVENT'] },
        { entities: null, kinds: ['PLACE'] },
      ],
      steps: [step(['LOCATED_IN'])],
    });
  });

  it.each<[string, Pattern]>([
    ['has 0 steps', { places: [{}], steps: [] }],
    ['has 6 steps', { places: Array(7).fill({}), steps: Array(6).fill(step(['MET_WITH'])) }],
    ['one place more', { places: [{}], steps: [step(['MET_WITH'])] }],
    ['begins at place 1;', { places: [{}, {}], steps: [step(['MET_WITH'], 1)] }],
    ['begins at place -1;', { places: [{}, {}], steps: [step(['MET_WITH'], -1)] }],
    ['names no type', { places: [{}, {}], steps: [step([])] }],
    ['leads to a document', { places: [{}, {}], steps: [step(['AUTHORED'])] }],
    ['stand at place 1', { places: [{}, { kinds: [] }], steps: [step(['MET_WITH'])] }],
    ['stand at place 0', { places: [{ entities: ['document:d'] }, {}], steps: [step(['MET_WITH'])] }],
    ['Step 1 of the pattern leads from', { places: [{}, { kinds: ['PLACE'] }], steps: [step(['MET_WITH'])] }],
    ['against its direction', { places: [{}, { kinds: ['EVENT'] }], steps: [step(['ORGANIZED'], 0, 'IN')] }],
    [
      'PART_OF runs from ORGANIZATION to ORGANIZATION',
      { places: [{}, {}, {}], steps: [step(['MET_WITH']), step(['PART_OF'], 1)] },
    ],
  ])('that %s is a fault', (words, pattern) => {
    expect(settled(pattern)).toContain(words);
  });
});
