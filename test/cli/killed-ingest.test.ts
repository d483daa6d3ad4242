import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { claimDatabase, claimTimeoutMs } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { writeArchive } from './generated-archive.js';
import { runCli } from './run-cli.js';

jest.setTimeout(claimTimeoutMs);
const documents = 200;
let folder: string;
let archive: string;
let undisturbed: unknown;

/** Everything that a store holds. */
async function contents(store: GraphStore): Promise<unknown> {
  const all = { first: 100_000 };
  const stored = await store.documentPages([null], {}, all);
  const ids = stored.flatMap(({ items }) => items.map(({ record }) => record.id));
  expect(ids).toHaveLength(documents);
  return {
    stats: await store.stats(),
    documents: stored,
    fingerprints: await store.fingerprints(ids),
    entities: await store.entityPages([null], {}, all),
    relations: await store.relationPages([null], {}, all),
    statements: await store.statementPages([null], {}, all),
    evidence: await store.evidencePages(ids, all),
    mentions: await store.mentionPages(ids, {}, all),
  };
}

async function contentsOf(store: GraphStore): Promise<unknown> {
  try {
    return await contents(store);
  } finally {
    await store.close();
  }
}

/** Repeats the ingest, each time killed later than before, until one gets through. @returns how many were killed. */
async function ingestUnderFire(
  url: string,
  firstKillMs: number,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  for (let kills = 0; kills < 12; kills++) {
    const { status } = await runCli(['ingest', archive, '--store', url], {
      env,
      killAfterMs: firstKillMs * 2 ** kills,
    });
    if (status === 0) return kills;
    expect(status).toBeNull();
  }
  throw new Error('No ingest got through.');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-kill-'));
  archive = join(folder, 'archive');
  writeArchive(archive, documents);
  const url = `sqlite:${join(folder, 'undisturbed.db')}`;
  expect((await runCli(['ingest', archive, '--store', url])).status).toBe(0);
  undisturbed = await contentsOf(await openStore(url));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an ingest that is killed and repeated', () => {
  it('gives on SQLite what an undisturbed one gives', async () => {
    const url = `sqlite:${join(folder, 'killed.db')}`;
    expect(await ingestUnderFire(url, 900, {})).toBeGreaterThan(0);
    expect(await contentsOf(await openStore(url))).toEqual(undisturbed);
  });

  it('changes nothing when it is repeated once more', async () => {
    const url = `sqlite:${join(folder, 'killed.db')}`;
    const { status, stdout } = await runCli(['ingest', archive, '--store', url]);
    expect(status).toBe(0);
    expect(stdout).toContain(`0 added, 0 replaced, ${documents} unchanged`);
    expect(await contentsOf(await openStore(url))).toEqual(undisturbed);
  });
});

describeWith(neo4jRequirement(), 'an ingest into Neo4j that is killed and repeated', (access) => {
  it('gives what an undisturbed one gives on SQLite', async () => {
    const database = await claimDatabase(access);
    try {
      const env = { NEO4J_USER: access.user, NEO4J_PASSWORD: access.password };
      expect(await ingestUnderFire(access.url, 2_500, env)).toBeGreaterThan(0);
      expect(await contentsOf(await openStore(access.url, access))).toEqual(undisturbed);
    } finally {
      await database.release();
    }
  });
});
