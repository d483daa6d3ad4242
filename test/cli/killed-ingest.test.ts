import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import type { Neo4jCredentials } from '../../src/store/neo4j/neo4j-connection.js';
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

const [left, right] = ['person:nam-il', 'person:kim-il-sung'] as const;
/** Nearly every document names one of the two: the edit writes them all anew. */
const merging = ['review', 'same', left, right];

async function looked(url: string, credentials?: Neo4jCredentials): Promise<unknown> {
  return contentsOf(await openStore(url, credentials));
}

/** The entry that holds, if one does. */
async function heldEdit(url: string, credentials?: Neo4jCredentials): Promise<string | undefined> {
  const store = await openStore(url, credentials);
  try {
    return (await store.ledger({ undone: false }, { first: 1 })).items[0]?.record.id;
  } finally {
    await store.close();
  }
}

/** The entry that holds, and the graph. A server may still commit what it got from somebody who was killed since. */
async function settled(url: string, credentials?: Neo4jCredentials) {
  for (;;) {
    const edit = await heldEdit(url, credentials);
    const graph = await looked(url, credentials);
    if ((await heldEdit(url, credentials)) === edit) return { edit, graph };
  }
}

/** Repeats an edit, each time killed later than before, until one gets through; after each, all or nothing is done. */
async function editUnderFire(url: string, firstKillMs: number, credentials?: Neo4jCredentials): Promise<number> {
  const env = credentials === undefined ? {} : { NEO4J_USER: credentials.user, NEO4J_PASSWORD: credentials.password };
  const before = await looked(url, credentials);
  for (let kills = 0; kills < 24; kills++) {
    const { status } = await runCli([...merging, '--store', url], { env, killAfterMs: firstKillMs * 1.6 ** kills });
    const { edit, graph: now } = await settled(url, credentials);
    if (edit === undefined) {
      expect(status).toBeNull();
      expect(now).toEqual(before);
      continue;
    }
    expect(now).not.toEqual(before);
    expect((await runCli(['ledger', 'undo', edit, '--store', url], { env })).status).toBe(0);
    expect(await looked(url, credentials)).toEqual(before);
    return kills;
  }
  throw new Error('No edit got through.');
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

describe('an edit that is killed', () => {
  it('is done as a whole on SQLite, or not at all', async () => {
    expect(await editUnderFire(`sqlite:${join(folder, 'killed.db')}`, 200)).toBeGreaterThan(0);
  });
});

describeWith(neo4jRequirement(), 'an ingest into Neo4j and an edit that are killed and repeated', (access) => {
  it('give what undisturbed ones give on SQLite', async () => {
    const database = await claimDatabase(access);
    try {
      const env = { NEO4J_USER: access.user, NEO4J_PASSWORD: access.password };
      expect(await ingestUnderFire(access.url, 2_500, env)).toBeGreaterThan(0);
      expect(await contentsOf(await openStore(access.url, access))).toEqual(undisturbed);
      // And an edit is done as a whole, or not at all.
      expect(await editUnderFire(access.url, 700, access)).toBeGreaterThan(0);
    } finally {
      await database.release();
    }
  });
});
