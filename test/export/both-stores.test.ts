import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { exportFormats } from '../../src/export/formats.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { randomBatches } from '../store/random-batches.js';
import { exportedBytes } from './exported-bytes.js';
import { hostileArchive } from './hostile-archive.js';

jest.setTimeout(120_000);

describeWith(neo4jRequirement(), 'SQLite and Neo4j give the same bytes', (access) => {
  let database: ExclusiveDatabase;
  let sqlite: GraphStore;
  let neo4j: GraphStore;

  beforeAll(async () => {
    database = await claimDatabase(access);
    sqlite = await openStore('sqlite::memory:');
    neo4j = await openStore(access.url, access);
    for (const batch of [...hostileArchive, ...randomBatches(19_570_708, 40)]) {
      await sqlite.putDocument(batch);
      await neo4j.putDocument(batch);
    }
  }, claimTimeoutMs);
  afterAll(async () => {
    await sqlite.close();
    await neo4j.close();
    await database.release();
  });

  it.each(exportFormats.map(({ name }) => name))('in %s', async (format) => {
    for (const given of [
      {},
      { kinds: ['PERSON,PLACE'], modality: ['ASSERTED'] },
      { types: ['AUTHORED'], kinds: ['PERSON', 'DOCUMENT'] },
      { limit: '10' },
      { limit: '12', layout: 'FORCE' },
    ]) {
      const [one, other] = await Promise.all([sqlite, neo4j].map((store) => exportedBytes(store, format, given)));
      expect(one?.length).toBeGreaterThan(500);
      expect(other?.equals(one ?? Buffer.alloc(0))).toBe(true);
    }
  });
});
