import { describe, expect, it } from '@jest/globals';
import type { EvidenceFilter } from '../../../src/store/graph-walks.js';
import { graphBatch, type RelationSpec } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const met = (pair: string, ...evidence: (string | null)[]): RelationSpec => ({
  ...{ type: 'MET_WITH', source: `person:${pair.charAt(0)}`, target: `person:${pair.charAt(1)}`, evidence },
});
/** The day of what is told is not the day on which it is told: memoirs of 1970 tell of 1957. */
const documents = [
  graphBatch({ key: 'journal', date: '1957-07-31', relations: [met('ab', '1957-07-08'), met('ac', '1957-06')] }),
  graphBatch({ key: 'memoirs', date: '1970', relations: [met('ab', '1957-07-20'), met('ad', '1957-07-08')] }),
  graphBatch({ key: 'note', date: null, relations: [met('ae', '1957-07-08'), met('af', null)] }),
];

export function tellsTimesApart(current: CurrentStore): void {
  const questions: readonly (readonly [EvidenceFilter, string])[] = [
    [{}, 'bcdef'],
    [{ from: '1957-07', to: '1957-07' }, 'bde'],
    [{ to: '1957-06-30' }, 'c'],
    [{ toldBy: '1957' }, 'bc'],
    [{ toldBy: '1957-07-30' }, ''],
    [{ toldBy: '1957-07' }, 'bc'],
    [{ toldBy: '1970-01-01' }, 'bcd'],
    [{ toldBy: '1957', from: '1957-07-15' }, ''],
    [{ toldBy: '1970', from: '1957-07-15' }, 'b'],
    [{ toldBy: '1957', minConfidence: 0.8 }, ''],
  ];

  describe('the day of what is told and the day of the telling', () => {
    current.withDocuments(documents, () => {
      it.each(questions)('let through relations, alone and together: %j', async (filter, letters) => {
        const [ofA, all] = await current().relationPages(['person:a', null], filter, { first: 20 });
        const targets = (page: typeof ofA) => page?.items.map(({ record }) => record.target.slice(-1)).join('');
        expect([targets(ofA), targets(all)]).toEqual([letters, letters]);
        const network = await current().network(filter, 20);
        expect(network.relations.map(({ target }) => target.slice(-1)).join('')).toBe(letters);
        const steps = [{ from: 0, types: ['MET_WITH'] }] as const;
        const places = [{ entities: ['person:a'] }, {}];
        const chains = await current().pattern({ steps, places, filter }, { first: 20 });
        expect(chains.items.map(({ record }) => record.entities[1]?.id.slice(-1)).join('')).toBe(letters);
      });

      it('holds for a document and for one end', async () => {
        const filter = { toldBy: '1957', to: '1957-06' };
        const [ofJournal] = await current().relationPages(['document:journal'], filter, { first: 20 });
        expect(ofJournal?.items.map(({ record }) => record.target)).toEqual(['person:c']);
        const [fromA] = await current().relationPages([null], { ...filter, source: 'person:a' }, { first: 20 });
        expect(fromA?.items.map(({ record }) => record.target)).toEqual(['person:c']);
      });

      it('counts who was with whom as it was told by then', async () => {
        const together = async (filter: EvidenceFilter) => {
          const question = { entities: ['person:a', 'person:b'], filter };
          const [pair] = (await current().coPresence(question, { first: 1 })).items;
          return pair && [pair.record.occasions, pair.record.firstDate, pair.record.lastDate];
        };
        expect(await together({})).toEqual([2, '1957-07-08', '1957-07-20']);
        expect(await together({ toldBy: '1969' })).toEqual([1, '1957-07-08', '1957-07-08']);
        expect(await together({ toldBy: '1956' })).toBeUndefined();
      });
    });
  });
}
