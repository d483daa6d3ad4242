import { describe, expect, it } from '@jest/globals';
import type { NodeRecord } from '../../../src/model/records.js';
import { briefFields, type RecordType } from '../../../src/store/brief-records.js';
import type { GraphStore, Pages } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const kim = 'person:kim-il-sung';
const puzanov = 'person:puzanov';
const page = { first: 10 };

const batch = graphBatch({
  key: 'brief',
  date: '1957-07-08',
  authors: [puzanov],
  entities: [{ id: kim, aliases: ['Kim'], description: 'Premier', candidates: ['person:other'] }],
  relations: [
    { type: 'MET_WITH', source: kim, target: puzanov, title: 'host', evidence: ['1957-07-08', '1957-07-05'] },
  ],
  statements: [{ speaker: kim, addressees: [puzanov], about: [puzanov] }],
});
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

function brief({ type, record }: NodeRecord): object {
  if (type === 'mention') return record;
  const fields: readonly string[] = briefFields[type];
  return Object.fromEntries(Object.entries(record).filter(([field]) => fields.includes(field)));
}

export function readsBriefly(current: CurrentStore): void {
  describe('brief records', () => {
    it.each(Object.keys(reads))('of %s have their fields and no others', async (name) => {
      await current().putDocument(batch);
      const whole = (await reads[name]?.(current())) ?? [];
      expect(whole.length).toBeGreaterThan(0);
      const types = new Set(whole.map(({ type }) => type));
      const read = await reads[name]?.(current().briefly(types));
      expect(read?.map(({ record }) => record)).toEqual(whole.map(brief));
      expect(await reads[name]?.(current().briefly(new Set()))).toEqual(whole);
    });

    it('come of the types that were asked for alone, and to a store that can be stopped', async () => {
      await current().putDocument(batch);
      const stop = new AbortController();
      const [entity, relation] = await current()
        .briefly(new Set(['relation']))
        .stoppedBy(stop.signal)
        .nodes(ids);
      expect(entity?.record).toMatchObject({ description: 'Premier', aliases: ['Kim'] });
      expect(relation?.record).not.toHaveProperty('modality');
      stop.abort(new Error('stopped'));
      const stopped = current()
        .stoppedBy(stop.signal)
        .briefly(new Set(['entity']));
      await expect(stopped.nodes(ids)).rejects.toThrow('stopped');
    });
  });
}
