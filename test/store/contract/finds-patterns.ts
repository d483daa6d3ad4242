import { describe, expect, it } from '@jest/globals';
import { BadArgumentError, UnknownEntityError } from '../../../src/errors.js';
import type { PatternPlace, PatternStep } from '../../../src/model/pattern.js';
import type { PageRequest } from '../../../src/store/graph-store.js';
import type { PatternQuestion } from '../../../src/store/graph-walks.js';
import { graphBatch, type RelationSpec } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const relations: readonly RelationSpec[] = [
  { type: 'ASKED', source: 'person:a', target: 'person:b', evidence: ['1957-07'] },
  { type: 'ASKED', source: 'person:a', target: 'person:b', modality: 'PLANNED', evidence: ['1957-08'] },
  { type: 'ASKED', source: 'person:a', target: 'person:c', evidence: ['1958'] },
  { type: 'ASKED', source: 'person:b', target: 'person:a' },
  { type: 'INFORMED', source: 'person:a', target: 'person:b' },
  { type: 'REPRESENTS', source: 'person:b', target: 'place:ussr', evidence: ['1957'] },
  { type: 'REPRESENTS', source: 'person:c', target: 'place:ussr', evidence: ['1957'] },
  { type: 'REPRESENTS', source: 'person:d', target: 'place:china' },
  { type: 'SUPPORTED', source: 'person:b', target: 'agreement:plan', evidence: ['1957'] },
  { type: 'SUPPORTED', source: 'person:b', target: 'person:b' },
  { type: 'MET_WITH', source: 'person:c', target: 'person:d' },
  { type: 'MEMBER_OF', source: 'person:a', target: 'organization:o' },
];

const ussr: PatternPlace = { entities: ['place:ussr'] };
const asked: PatternStep = { from: 0, types: ['ASKED'], direction: 'OUT' };
const represents: PatternStep = { from: 1, types: ['REPRESENTS'], direction: 'OUT' };

export function findsPatterns(current: CurrentStore): void {
  const put = async (all = relations) => current().putDocument(graphBatch({ key: 'patterns', relations: all }));
  const ask = async (
    steps: readonly PatternStep[],
    places: readonly PatternPlace[],
    filter: PatternQuestion['filter'] = {},
    page: PageRequest = { first: 50 },
  ) => current().pattern({ steps, places, filter }, page);
  const found = async (...question: Parameters<typeof ask>) => {
    const { items } = await ask(...question);
    return items.map(({ record }) => record.entities.map(({ id }) => id.slice(id.indexOf(':') + 1)).join(' '));
  };

  describe('pattern', () => {
    it('finds who stands in a chain, with all relations of each hop', async () => {
      await put();
      const { items, ...rest } = await ask([asked, represents], [{}, {}, ussr]);
      expect(rest).toEqual({ hasNextPage: false, hasPreviousPage: false });
      expect(items.map(({ record: { hops }, cursor }) => ({ cursor, hops }))).toEqual([
        {
          cursor: 'person:a!person:b!place:ussr',
          hops: [
            ['relation:asked/person:a/person:b', 'relation:asked/person:a/person:b~planned'],
            ['relation:represents/person:b/place:ussr'],
          ],
        },
        {
          cursor: 'person:a!person:c!place:ussr',
          hops: [['relation:asked/person:a/person:c'], ['relation:represents/person:c/place:ussr']],
        },
      ]);
      const both = { ...asked, types: ['ASKED', 'INFORMED'] } as const;
      expect((await ask([both], [{}, { entities: ['person:b'] }])).items[0]?.record.hops).toEqual([
        [
          ...['relation:asked/person:a/person:b', 'relation:asked/person:a/person:b~planned'],
          'relation:informed/person:a/person:b',
        ],
      ]);
    });

    it('branches where a step begins at an earlier place', async () => {
      await put();
      const supported: PatternStep = { from: 1, types: ['SUPPORTED'], direction: 'OUT' };
      const places = [{}, {}, ussr, { kinds: ['AGREEMENT'] }] as const;
      expect(await found([asked, represents, supported], places)).toEqual(['a b ussr plan']);
      const twice = { ...asked, from: 0 };
      expect(await found([asked, twice], [{}, {}, {}])).toEqual(['a b c', 'a c b']);
    });

    it('takes relations in their direction, against it, or either way', async () => {
      await put();
      const at = [{ entities: ['person:a'] }, {}];
      expect(await found([asked], at)).toEqual(['a b', 'a c']);
      expect(await found([{ ...asked, direction: 'IN' }], at)).toEqual(['a b']);
      expect((await ask([{ ...asked, direction: undefined }], at)).items[0]?.record.hops).toEqual([
        [
          ...['relation:asked/person:a/person:b', 'relation:asked/person:a/person:b~planned'],
          'relation:asked/person:b/person:a',
        ],
      ]);
      const met: PatternStep = { from: 0, types: ['MET_WITH'], direction: 'OUT' };
      expect(await found([met], [{}, {}])).toEqual(['c d', 'd c']);
    });

    it('meets nobody twice, but whom both places name', async () => {
      await put();
      const back = { ...asked, from: 1 };
      expect(await found([asked, back], [{}, {}, {}])).toEqual(['b a c']);
      const a = { entities: ['person:a'] };
      expect(await found([asked, back], [a, {}, a])).toEqual(['a b a']);
      expect(await found([{ from: 0, types: ['SUPPORTED'] }], [{ entities: ['person:b'] }, {}])).toEqual(['b plan']);
    });

    it('keeps to modality, period, confidence and kinds', async () => {
      await put();
      const places = [{}, {}, ussr];
      const chain = [asked, represents];
      expect(await found(chain, places, { from: '1957', to: '1957' })).toEqual(['a b ussr']);
      expect(await found(chain, places, { modality: ['PLANNED'] })).toEqual([]);
      expect(await found(chain, places, { minConfidence: 0.8 })).toEqual([]);
      const planned = await ask([asked], [{}, {}], { modality: ['PLANNED'], from: '1957-08-15' });
      expect(planned.items[0]?.record.hops).toEqual([['relation:asked/person:a/person:b~planned']]);
      const supported: PatternStep = { from: 0, types: ['SUPPORTED'] };
      expect(await found([{ ...supported, direction: 'OUT' }], [{}, { kinds: ['PERSON'] }])).toEqual([]);
      expect(await found([supported], [{ kinds: ['AGREEMENT'] }, {}])).toEqual(['plan b']);
    });

    it('reads from whichever end is named, or from none', async () => {
      await put();
      const chain = [asked, represents];
      const all = ['a b ussr', 'a c ussr'];
      const a = { entities: ['person:a', 'person:d'] };
      for (const places of [
        [{}, {}, {}],
        [a, {}, {}],
        [a, {}, ussr],
        [{}, { entities: ['person:b', 'person:c'] }, {}],
      ]) {
        expect(await found(chain, places)).toEqual(all);
      }
    });

    it('comes in pages of both directions', async () => {
      const many = ['b', 'c', 'd'].flatMap((one): RelationSpec[] => [
        { type: 'MET_WITH', source: 'person:a', target: `person:${one}` },
        ...['x', 'y'].map(
          (o): RelationSpec => ({ type: 'MEMBER_OF', source: `person:${one}`, target: `organization:${o}` }),
        ),
      ]);
      await put(many);
      const steps: readonly PatternStep[] = [
        { from: 0, types: ['MET_WITH'] },
        { from: 1, types: ['MEMBER_OF'] },
      ];
      const places = [{ entities: ['person:a'] }, {}, {}];
      const all = ['a b x', 'a b y', 'a c x', 'a c y', 'a d x', 'a d y'];
      expect(await found(steps, places)).toEqual(all);
      const walked: string[] = [];
      let after: string | undefined;
      for (let pages = 0; pages < 3; pages += 1) {
        const page = await ask(steps, places, {}, { first: 2, after });
        expect(page).toMatchObject({ hasNextPage: pages < 2, hasPreviousPage: pages > 0 });
        walked.push(...(await found(steps, places, {}, { first: 2, after })));
        after = page.items.at(-1)?.cursor;
      }
      expect(walked).toEqual(all);
      expect(await found(steps, places, {}, { last: 2 })).toEqual(['a d x', 'a d y']);
      expect(await found(steps, places, {}, { last: 2, before: 'person:a!person:c!organization:y' })).toEqual([
        ...['a b y', 'a c x'],
      ]);
      // Cursors are places in an order, there or not, of as many places or not.
      expect(await found(steps, places, {}, { first: 9, after: 'person:a!person:c' })).toEqual(all.slice(2));
      expect(await found(steps, places, {}, { last: 9, before: 'person:a!person:c' })).toEqual(all.slice(0, 2));
      const longer = 'person:a!person:c!organization:x!person:z';
      expect(await found(steps, places, {}, { first: 9, after: longer })).toEqual(all.slice(3));
      expect(await found(steps, places, {}, { last: 9, before: longer })).toEqual(all.slice(0, 3));
    });

    it('says which entity it does not know, and where the ontology leaves no room', async () => {
      await put();
      await expect(ask([asked], [{}, { entities: ['person:nobody'] }])).rejects.toThrow(UnknownEntityError);
      await expect(ask([asked], [{}, { kinds: ['EVENT'] }])).rejects.toThrow(BadArgumentError);
    });
  });
}
