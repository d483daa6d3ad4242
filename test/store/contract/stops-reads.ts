import { describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

type Change = 'putDocument' | 'putDocuments' | 'keepDocuments' | 'finishLoad' | 'deleteDocument' | 'edit' | 'undo';
type Method = Exclude<keyof GraphStore, 'address' | 'tokens' | 'stoppedBy' | 'briefly' | 'close' | 'ping' | Change>;

const page = { first: 5 };
const both = ['person:a', 'person:b'];

/** A question to each reading method; one that is added to the contract has to be added here. */
const reads: { readonly [Name in Method]: (store: GraphStore) => Promise<unknown> } = {
  fingerprints: (store) => store.fingerprints(['document:stops']),
  nodes: (store) => store.nodes(both),
  documentTexts: (store) => store.documentTexts(['document:stops']),
  entityPages: (store) => store.entityPages([null], {}, page),
  relationPages: (store) => store.relationPages(both, {}, page),
  statementPages: (store) => store.statementPages(both, {}, page),
  statementGroups: (store) => store.statementGroups('SPEAKER', {}, page),
  mentionPages: (store) => store.mentionPages(both, {}, page),
  evidencePages: (store) => store.evidencePages(['document:stops'], page),
  documentPages: (store) => store.documentPages([null], {}, page),
  timeline: (store) => store.timeline(null, {}, page),
  search: (store) => store.search('A', null, 5),
  suggestEntities: (store) => store.suggestEntities('a', null, 5),
  suggestedKinds: (store) => store.suggestedKinds('a', 5),
  suggestDocuments: (store) => store.suggestDocuments('stops', 5),
  searchPassages: (store) => store.searchPassages({ query: 'met', filter: {} }, page),
  passageFacets: (store) => store.passageFacets({ query: 'met', filter: {} }),
  searchDocuments: (store) => store.searchDocuments('met', {}, page),
  identitiesOf: (store) => store.identitiesOf(both),
  matches: (store) => store.matches({}, page),
  ledger: (store) => store.ledger({}, page),
  ledgerVersion: (store) => store.ledgerVersion(),
  stats: (store) => store.stats(),
  neighbourhood: (store) =>
    store.neighbourhood({ centers: ['person:a'], depth: 2, filter: {}, limit: 10, breadth: 10 }),
  shortestPath: (store) => store.shortestPath('person:a', 'person:b', 3, {}),
  paths: (store) =>
    store.paths({ from: 'person:a', to: 'person:b', maxHops: 3, filter: {}, which: 'K_SHORTEST', avoid: [], first: 5 }),
  relationsBetween: (store) => store.relationsBetween(both, {}, page),
  sharedNeighbours: (store) => store.sharedNeighbours({ entities: both, atLeast: 2, filter: {} }, page),
  coPresence: (store) => store.coPresence({ entities: ['person:a'], filter: {} }, page),
  pattern: (store) => store.pattern({ places: [{}, {}], steps: [{ from: 0, types: ['MET_WITH'] }], filter: {} }, page),
  accounts: (store) => store.accounts({ document: 'document:stops' }, page),
  network: (store) => store.network({}, 10),
};

const documents = [
  graphBatch({
    key: 'stops',
    date: '1957',
    relations: [{ type: 'MET_WITH', source: both[0] ?? '', target: both[1] ?? '' }],
  }),
];

export function stopsReads(current: CurrentStore): void {
  describe('a store that is stopped', () => {
    current.withDocuments(documents, () => {
      it.each(Object.keys(reads) as Method[])('answers %s as ever, until it is', async (name) => {
        const stop = new AbortController();
        const stoppable = current().stoppedBy(stop.signal);
        expect(await reads[name](stoppable)).toEqual(await reads[name](current()));
        stop.abort(new Error('enough'));
        await expect(reads[name](stoppable)).rejects.toThrow('enough');
      });

      it('leaves in the middle what is under way', async () => {
        const stop = new AbortController();
        const stoppable = current().stoppedBy(stop.signal);
        const walk = async (): Promise<never> => {
          for (;;) await reads.paths(stoppable);
        };
        const walking = walk();
        stop.abort(new Error('enough'));
        await expect(walking).rejects.toThrow('enough');
        expect(await reads.paths(current())).toMatchObject({ paths: [{}] });
      });
    });

    it('finishes a change that was begun', async () => {
      const stop = new AbortController();
      const putting = current()
        .stoppedBy(stop.signal)
        .putDocument(graphBatch({ key: 'stops', entities: [{ id: 'person:a' }] }));
      stop.abort(new Error('enough'));
      expect(await putting).toBe('added');
      expect(await current().stats()).toMatchObject({ documents: 1 });
    });
  });
}
