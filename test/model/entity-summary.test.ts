import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { summarizeEntity } from '../../src/model/entity-summary.js';
import { type DatedContribution, EntityTally, tallyOf } from '../../src/model/entity-tally.js';

const contribution = fc.record<DatedContribution>({
  entity: fc.constant('person:a'),
  kind: fc.constant('PERSON' as const),
  name: fc.constantFrom('Kim Il Sung', 'Kim Ir Sen', 'Kim'),
  aliases: fc.uniqueArray(fc.constantFrom('Kim Il Sung', 'Kim II Sung', 'Premier Kim')),
  description: fc.option(fc.constantFrom('premier', 'chairman')),
  authority: fc.option(fc.constantFrom('person:a', 'person:b')),
  candidates: fc.subarray(['person:x', 'person:y', 'person:z']),
  coordinates: fc.option(fc.constantFrom('39.03,125.75', '39.1,125.8')),
  date: fc.constant(null),
  endDate: fc.constant(null),
  duration: fc.constant(null),
  mentionCount: fc.integer({ min: 1, max: 9 }),
  documentDate: fc.option(fc.constantFrom('1957', '1957-07', '1957-07-08', '1958-01-01')),
});

const summed = (all: readonly DatedContribution[]) => summarizeEntity('person:a', tallyOf(all));

describe('the sum of what documents say of an entity', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        fc.array(contribution, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (all, chances) => {
          const shuffled = all
            .map((one) => [chances.next().value as number, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          expect(summed(shuffled)).toEqual(summed(all));
        },
      ),
    );
  });

  it('is, after documents went and others came, the sum of those that are there', () => {
    const several = fc.array(contribution, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(several, several, several, (stay, go, come) => {
        const tally = EntityTally.read(tallyOf([...stay, ...go]).write());
        tally.change(go, come);
        const afresh = tallyOf([...stay, ...come]);
        if (tally.isDateLost) tally.setDates(afresh.firstDate, afresh.lastDate);
        expect(summarizeEntity('person:a', tally)).toEqual(summarizeEntity('person:a', afresh));
        tally.change([...stay, ...come], []);
        expect(tally.isEmpty).toBe(true);
      }),
    );
  });

  it('keeps all candidates while no document knows which is meant, and none once one does', () => {
    const [first, second] = fc.sample(contribution, 2) as [DatedContribution, DatedContribution];
    const open = [
      { ...first, authority: null, candidates: ['person:y', 'person:x'] },
      { ...second, authority: null, candidates: ['person:z', 'person:x'] },
    ];
    expect(summed(open).candidates).toEqual(['person:x', 'person:y', 'person:z']);
    expect(summed([...open, { ...first, authority: 'person:x' }]).candidates).toEqual([]);
  });

  it('takes the name with most mentions, all other forms as aliases, the dates of its documents', () => {
    const base = {
      entity: 'person:a',
      kind: 'PERSON',
      description: null,
      authority: null,
      candidates: [],
      coordinates: null,
      date: null,
      endDate: null,
      duration: null,
    } as const;
    expect(
      summed([
        { ...base, name: 'Kim', aliases: ['Kim II Sung'], mentionCount: 2, documentDate: '1957-07-08' },
        { ...base, name: 'Kim Il Sung', aliases: [], mentionCount: 5, documentDate: '1956' },
      ]),
    ).toMatchObject({
      name: 'Kim Il Sung',
      aliases: ['Kim', 'Kim II Sung'],
      mentionCount: 7,
      firstDate: '1956',
      lastDate: '1957-07-08',
    });
  });
});
