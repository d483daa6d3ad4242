import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import neo4j from 'neo4j-driver';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { mostRankedTies } from '../../src/store/tie-ranking.js';
import { runCli } from '../cli/run-cli.js';
import { type Neo4jServer, runNeo4jAdmin, startNeo4jServer } from '../neo4j-server/start-neo4j-server.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { graphBatch } from './graph-batch-fixture.js';
import { randomBatches } from './random-batches.js';
import { contents } from './store-contents.js';

jest.setTimeout(240_000);
const change = { by: 'A. Reader', at: '1957-07-08T12:00:00.000Z', note: null, expectedVersion: null };
const hard = '"quoted", and; so on\r\n\\tin "" two lines | \\N';

const hub = 'person:hub';

/** So many met the hub that its ties are ranked, and not all of them. */
function metByMany(key: string, people: number) {
  const relations = Array.from({ length: people }, (_, n) => ({
    type: 'MET_WITH' as const,
    source: hub,
    target: `person:p${n}`,
    evidence: n % 3 === 0 ? [null, null] : [null],
  }));
  return graphBatch({ key, relations });
}

/** What is stored, the ledger, and what is found of it by its words. */
async function everything(store: GraphStore) {
  return {
    stored: await contents(store),
    texts: await store.documentTexts(['document:hard']),
    fingerprints: await store.fingerprints(['document:hard', 'document:x', 'document:y']),
    stats: await store.stats(),
    passages: await store.searchPassages({ query: 'Kim Ir Sen', filter: {} }, { first: 100 }),
    names: await store.search('Phenian', null, 10),
    network: await store.network({}, 100),
    timeline: await store.timeline(null, {}, { first: 200 }),
    ledger: await store.ledger({}, { first: 100 }),
    hub: await store.neighbourhood({ centers: [hub], depth: 2, limit: 300, breadth: 200, edgeLimit: 250, filter: {} }),
  };
}

/** Documents, and one of each kind of edit. */
async function fill(store: GraphStore): Promise<void> {
  await store.keepDocuments(randomBatches(11, 24));
  await store.finishLoad();
  const met = (key: string) =>
    graphBatch({ key, relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b', quote: hard }] });
  await store.putDocuments([met('x'), met('y'), met('hard'), metByMany('many', mostRankedTies + 30)]);
  await store.edit({ action: 'MERGE', entities: ['person:nam-il', 'person:zhou-enlai'], into: null }, change);
  await store.edit({ action: 'RENAME', entity: 'place:china', name: 'The "Middle" Kingdom' }, change);
  await store.edit({ action: 'RETRACT', relation: 'relation:met-with/person:a/person:b' }, change);
  await store.edit({ action: 'DELETE_DOCUMENT', document: 'document:x' }, change);
}

/** What has to be known of what is there: a document put anew, one that comes, and all that people did taken back. */
async function goOn(store: GraphStore): Promise<void> {
  await store.putDocuments([...randomBatches(12, 6), metByMany('some', 5)]);
  for (const { record } of (await store.ledger({ undone: false }, { first: 100 })).items) {
    await store.undo(record.id, change);
  }
}

describeWith(
  { ...neo4jRequirement(), ...(process.env.NEO4J_URL ? { value: null } : {}) },
  'files for neo4j-admin',
  () => {
    let folder: string;
    let sqlite: GraphStore;
    let server: Neo4jServer;
    let imported: GraphStore;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'diplograph-import-'));
      const url = `sqlite:${join(folder, 'store.db')}`;
      sqlite = await openStore(url);
      await fill(sqlite);
      const files = join(folder, 'files');
      const { status, stdout, stderr } = await runCli([
        'export',
        '--format',
        'neo4j-admin',
        '-o',
        files,
        '--store',
        url,
        '--jobs',
        '2',
      ]);
      expect([status, stderr]).toEqual([0, '']);
      const command = stdout.trimEnd().split('\n').at(-1)?.split(' ') ?? [];
      expect(command.slice(0, 4)).toEqual(['neo4j-admin', 'database', 'import', 'full']);
      server = await startNeo4jServer(async (home) => {
        expect(await runNeo4jAdmin(home, command.slice(1), files)).toContain('IMPORT DONE');
      });
      imported = await openStore(server.url, server);
    });
    afterAll(async () => {
      await imported.close();
      await server.stop();
      await sqlite.close();
      rmSync(folder, { recursive: true });
    });

    it('hold the rankings of a hub', async () => {
      const driver = neo4j.driver(server.url, neo4j.auth.basic(server.user, server.password));
      try {
        const { records } = await driver.executeQuery(
          'MATCH (k:TieRanking)-[t:RANKS]->(o:Entity) RETURN k.entity + " " + k.kind AS id, count(t) AS kept, max(t.weight) AS most',
        );
        expect(
          records.map((record) => [record.get('id'), Number(record.get('kept')), Number(record.get('most'))]),
        ).toEqual([[`${hub} PERSON`, mostRankedTies, 2]]);
      } finally {
        await driver.close();
      }
    });

    it('make a database that answers as the store does that they were written of', async () => {
      expect(await everything(imported)).toEqual(await everything(sqlite));
    });

    it('and that goes on as it does', async () => {
      await goOn(sqlite);
      await goOn(imported);
      expect(await everything(imported)).toEqual(await everything(sqlite));
    });
  },
);
