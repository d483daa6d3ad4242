import { afterAll, beforeAll, jest } from '@jest/globals';
import { openStore } from '../../src/store/open-store.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { schemaSuite } from './schema.suite.js';

/** Of filling a store of sixty documents on a slow machine. */
const fillTimeoutMs = 120_000;

jest.setTimeout(fillTimeoutMs);

describeWith(neo4jRequirement(), 'the schema on Neo4j', (access) => {
  let database: ExclusiveDatabase;
  beforeAll(async () => {
    database = await claimDatabase(access);
  }, claimTimeoutMs);
  afterAll(() => database.release());

  schemaSuite(async () => {
    await database.clear();
    return openStore(access.url, access);
  });
});
