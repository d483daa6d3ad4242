import { describe, expect, it } from '@jest/globals';
import type { NodeRecord } from '../../../src/model/records.js';
import { type Reading, type RecordType, readsAll } from '../../../src/store/brief-records.js';
import type { GraphStore, Pages } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const kim = 'person:kim-il-sung';
const puzanov = 'person:puzanov';
const page = { first: 10 };

const made = graphBatch({
  key: 'brief',
  date: '1957-07-08',
  authors: [puzanov],
  entities: [{ id: kim, aliases: ['Kim'], description: 'Premier', candidates: ['person:other'] }],
  relations: [
    { type: 'MET_WITH', source: kim, target: puzanov, title: 'host', evidence: ['1957-07-08', '1957-07-05'] },
  ],
  statements: [{ speaker: kim, addressees: [puzanov], about: [puzanov] }],
});
/** Fractions of which fifteen digits aren't enough. */
const batch = { ...made, evidence: made.evidence.map((piece) => ({ ...piece, confidence: 0.7200000000000001 })) };
const ids = [
  kim,
  ...[batch.relations, batch.statements, batch.evidence, batch.mentions].flatMap((claims) => claims[0]?.id ?? []),
  batch.document.id,
];

type Read = (store: GraphStore) => Promise<readonly NodeRecord[]>;

const asNodes = (type: RecordType, pages: Pages<NodeRecord['record']>): readonly NodeRecord[] =>
  pages.flatMap(({ items }) => items.map(({ record }) => ({ type, record }) as NodeRecord));

/** Everything that gives records and may give brief ones. */
const reads: Readonly<Record<string, Read>> = {
  nodes: async (store) => (await store.nodes(ids)).filter((node) => node !== null),
  entityPages: async (store) => asNodes('entity', await store.entityPages([null, batch.document.id], {}, page)),
  relationPages: async (store) =>
    asNodes('relation', await store.relationPages([null, kim, batch.document.id], {}, page)),
  statementPages: async (store) => asNodes('statement', await store.statementPages([null, kim], {}, page)),
  evidencePages: async (store) => asNodes('evidence', await store.evidencePages(ids, page)),
  mentionPages: async (store) => asNodes('mention', await store.mentionPages([kim], {}, page)),
  documentPages: async (store) => asNodes('document', await store.documentPages([null, kim], {}, page)),
  network: async (store) => {
    const { entities, relations } = await store.network({}, 10);
    return [
      ...entities.map((record): NodeRecord => ({ type: 'entity', record })),
      ...relations.map((record): NodeRecord => ({ type: 'relation', record })),
    ];
  },
};

/** What of records of each type the tests read: of entities, relations and statements no more than is brief. */
const narrow = {
  entity: ['id', 'kind', 'name'],
  relation: ['id', 'source'],
  statement: ['id', 'quote'],
  evidence: ['quote', 'claim', 'confidence'],
  mention: ['id', 'text'],
  document: ['id', 'authors'],
} as const satisfies Required<{ readonly [Type in RecordType]: readonly string[] }>;

const reading = (types: readonly RecordType[], rest: Partial<Reading> = {}): Reading => ({
  ...readsAll,
  fields: new Map(types.map((type) => [type, new Set<string>(narrow[type])])),
  ...rest,
});

const types = Object.keys(narrow) as readonly RecordType[];

export function readsBriefly(current: CurrentStore): void {
  describe('brief records', () => {
    current.withDocuments([batch], () => {
      it.each(Object.keys(reads))('of %s have what is read of them', async (name) => {
        const whole = (await reads[name]?.(current())) ?? [];
        expect(whole.length).toBeGreaterThan(0);
        const read = (await reads[name]?.(current().briefly(reading(types)))) ?? [];
        expect(read.map(({ type }) => type)).toEqual(whole.map(({ type }) => type));
        for (const [index, { type, record }] of whole.entries()) {
          const given = read[index]?.record ?? {};
          expect(Object.keys(given)).toEqual(expect.arrayContaining([...narrow[type]]));
          expect(record).toMatchObject(given);
        }
        expect(await reads[name]?.(current().briefly(readsAll))).toEqual(whole);
      });

      it('are pages of as many, whether their cursors and ends are read or not', async () => {
        const [statement] = batch.statements;
        const owners = [batch.document.id, batch.relations[0]?.id ?? '', statement?.id ?? ''];
        for (const request of [{ first: 1 }, { last: 1 }]) {
          const whole = await current().evidencePages(owners, request);
          const bare = await current()
            .briefly(reading(['evidence'], { cursors: false, more: false }))
            .evidencePages(owners, request);
          expect(bare.map(({ items }) => items.map(({ record }) => record.quote))).toEqual(
            whole.map(({ items }) => items.map(({ record }) => record.quote)),
          );
          expect(whole.map(({ hasNextPage, hasPreviousPage }) => hasNextPage || hasPreviousPage)).toEqual([
            true,
            true,
            false,
          ]);
          const [{ items } = { items: [] }] = whole;
          expect(items[0]?.cursor).toEqual(expect.stringContaining(batch.document.id));
        }
      });

      it('come of the types that were asked for alone, and to a store that can be stopped', async () => {
        const stop = new AbortController();
        const [entity, relation] = await current()
          .briefly(reading(['relation']))
          .stoppedBy(stop.signal)
          .nodes(ids);
        expect(entity?.record).toMatchObject({ description: 'Premier', aliases: ['Kim'] });
        expect(relation?.record).not.toHaveProperty('modality');
        stop.abort(new Error('stopped'));
        const stopped = current()
          .stoppedBy(stop.signal)
          .briefly(reading(['entity']));
        await expect(stopped.nodes(ids)).rejects.toThrow('stopped');
      });
    });
  });
}
