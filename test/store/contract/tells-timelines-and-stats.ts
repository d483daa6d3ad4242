import { describe, expect, it } from '@jest/globals';
import { entityKindNames, relationTypeNames } from '../../../src/model/ontology.js';
import type { PageRequest, TimelineFilter } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const all = { first: 100 };
const kim = 'person:kim';

const batch = graphBatch({
  key: 'times',
  date: '1957-07-08',
  entities: [
    { id: 'event:congress', date: '1956-04-23', endDate: '1956-04-29' },
    { id: 'event:june-plenum', date: '1957-06' },
    { id: 'event:talk', date: '1957-07-08' },
    { id: 'event:undated' },
    { id: 'place:moscow', date: '1957' },
  ],
  relations: [
    { type: 'PARTICIPATED_IN', source: kim, target: 'event:congress' },
    { type: 'PARTICIPATED_IN', source: kim, target: 'event:undated' },
    { type: 'ORGANIZED', source: 'organization:cpsu', target: 'event:june-plenum' },
    { type: 'SUPPORTED', source: kim, target: 'event:june-plenum' },
    { type: 'LOCATED_IN', source: 'event:june-plenum', target: 'place:moscow' },
  ],
  statements: [
    { speaker: kim, about: ['event:june-plenum'] },
    { speaker: 'organization:cpsu', addressees: [kim], date: '1957' },
    { speaker: 'organization:cpsu', about: [kim], date: null },
    { speaker: 'organization:cpsu', date: '1955' },
  ],
});
const later = graphBatch({ key: 'undated', entities: [{ id: kim }] });
const [told, wrote, , alone] = batch.statements.map(({ id }) => id);

export function tellsTimelinesAndStats(current: CurrentStore): void {
  describe('timeline', () => {
    const ids = async (owner: string | null, filter: TimelineFilter = {}, request: PageRequest = all) => {
      await current().putDocument(batch);
      await current().putDocument(later);
      return (await current().timeline(owner, filter, request)).items.map(({ record }) => record.id);
    };
    const everything = [
      ...[alone, 'event:congress', wrote, 'event:june-plenum'],
      ...['document:times', told, 'event:talk'],
    ];

    it('tells dated events, statements and documents in order, a document before its statements', async () => {
      expect(await ids(null)).toEqual(everything);
      const [first] = (await current().timeline(null, {}, all)).items;
      expect(first).toEqual({
        record: { type: 'STATEMENT', date: '1955', id: alone },
        cursor: `1955!${batch.document.id}!${String(batch.statements[3]?.start).padStart(9, '0')}!${alone}`,
      });
    });

    it('tells what concerns an entity: attended and organized events, statements in any role, documents', async () => {
      expect(await ids(kim)).toEqual(['event:congress', wrote, 'document:times', told]);
      expect(await ids('organization:cpsu')).toEqual([alone, wrote, 'event:june-plenum', 'document:times']);
      expect(await ids('event:june-plenum')).toEqual(['event:june-plenum', 'document:times', told]);
      expect(await ids('person:nobody')).toEqual([]);
    });

    it('lets through the types of entry and the days asked for', async () => {
      expect(await ids(null, { entries: ['EVENT'] })).toEqual(['event:congress', 'event:june-plenum', 'event:talk']);
      expect(await ids(null, { entries: ['DOCUMENT', 'STATEMENT'], from: '1957-07' })).toEqual([
        ...[wrote, 'document:times', told],
      ]);
      expect(await ids(null, { entries: [] })).toEqual([]);
      expect(await ids(null, { from: '1956-04-28', to: '1956-05' })).toEqual(['event:congress']);
      expect(await ids(kim, { to: '1956' })).toEqual(['event:congress']);
    });

    it('pages by keyset in both directions', async () => {
      const [, second, third] = everything;
      expect(await ids(null, {}, { first: 2 })).toEqual(everything.slice(0, 2));
      const { items, hasNextPage, hasPreviousPage } = await current().timeline(null, {}, { first: 3 });
      expect([items.length, hasNextPage, hasPreviousPage]).toEqual([3, true, false]);
      expect(items.map(({ record }) => record.id).slice(1)).toEqual([second, third]);
      const cursor = items[2]?.cursor;
      expect(await ids(null, {}, { first: 100, after: cursor })).toEqual(everything.slice(3));
      expect(await ids(null, {}, { last: 1, before: cursor })).toEqual([second]);
      expect(await ids(null, {}, { last: 2 })).toEqual(everything.slice(-2));
    });
  });

  describe('stats', () => {
    it('counts everything, and every kind and type in the order of the ontology', async () => {
      await current().putDocument(batch);
      await current().putDocument(later);
      const stats = await current().stats();
      expect(stats).toMatchObject({ documents: 2, entities: 7, relations: 5, statements: 4, mentions: 8, evidence: 9 });
      expect(stats.entitiesByKind.map(({ kind }) => kind)).toEqual(entityKindNames);
      expect(stats.relationsByType.map(({ type }) => type)).toEqual(relationTypeNames);
      const count = <K extends string>(
        rows: readonly ({ count: number } & Record<K, string>)[],
        key: K,
        name: string,
      ) => rows.find((row) => row[key] === name)?.count;
      expect(count(stats.entitiesByKind, 'kind', 'EVENT')).toBe(4);
      expect(count(stats.entitiesByKind, 'kind', 'GROUP')).toBe(0);
      expect(count(stats.relationsByType, 'type', 'PARTICIPATED_IN')).toBe(2);
      expect(count(stats.relationsByType, 'type', 'AUTHORED')).toBe(0);
    });
  });
}
