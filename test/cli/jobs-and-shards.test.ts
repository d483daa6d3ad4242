import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openStore, type StoreCredentials } from '../../src/store/open-store.js';
import { claimDatabase, claimTimeoutMs } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { contents } from '../store/store-contents.js';
import { writeArchive } from './generated-archive.js';
import { runCli } from './run-cli.js';

jest.setTimeout(claimTimeoutMs);
let folder: string;
let archive: string;
let alone: unknown;

async function stored(url: string, credentials?: StoreCredentials): Promise<unknown> {
  const store = await openStore(url, credentials);
  try {
    return await contents(store);
  } finally {
    await store.close();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diplograph-jobs-'));
  archive = join(folder, 'archive');
  writeArchive(archive, 60);
  const url = `sqlite:${join(folder, 'alone.db')}`;
  expect((await runCli(['ingest', archive, '--store', url])).status).toBe(0);
  alone = await stored(url);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an ingest that is shared', () => {
  it('stores by several threads what one stores', async () => {
    const url = `sqlite:${join(folder, 'threads.db')}`;
    const { status, stdout } = await runCli(['ingest', archive, '--jobs', '2', '--store', url]);
    expect(status).toBe(0);
    expect(stdout).toContain('60 added');
    expect(await stored(url)).toEqual(alone);
  });

  it('stores by several processes at once what one stores, and nothing twice', async () => {
    const url = `sqlite:${join(folder, 'processes.db')}`;
    const shares = await Promise.all(
      ['1/3', '2/3', '3/3'].map((shard) => runCli(['ingest', archive, '--shard', shard, '--store', url])),
    );
    expect(shares.map(({ status }) => status)).toEqual([0, 0, 0]);
    const added = shares.map(({ stdout }) => Number(/(\d+) added, 0 replaced, 0 unchanged/.exec(stdout)?.[1]));
    expect(Math.min(...added)).toBeGreaterThan(0);
    expect(added.reduce((sum, one) => sum + one, 0)).toBe(60);
    expect(await stored(url)).toEqual(alone);
  });

  it('is refused where the part is none', async () => {
    const { status, stderr } = await runCli(['ingest', archive, '--shard', '3/2']);
    expect(status).toBe(2);
    expect(stderr).toContain('as in 2/8');
  });
});

describeWith(neo4jRequirement(), 'an ingest into Neo4j that processes share', (access) => {
  it('stores what one stores on SQLite, also where one was killed, and every server sees it', async () => {
    const database = await claimDatabase(access);
    const routed = access.url.replace(/^bolt/, 'neo4j');
    const env = { NEO4J_USER: access.user, NEO4J_PASSWORD: access.password };
    const ingest = (shard: string, killAfterMs?: number) =>
      runCli(['ingest', archive, '--shard', shard, '--store', routed], { env, ...(killAfterMs && { killAfterMs }) });
    try {
      const [killed, whole] = await Promise.all([ingest('1/2', 4_000), ingest('2/2')]);
      expect([killed.status, whole.status]).toEqual([null, 0]);
      const again = await Promise.all([ingest('1/2'), ingest('2/2')]);
      expect(again.map(({ status }) => status)).toEqual([0, 0]);
      expect(again[1].stdout).toContain('0 added, 0 replaced');
      const servers = await Promise.all([stored(routed, access), stored(routed, access)]);
      expect(servers).toEqual([alone, alone]);
    } finally {
      await database.release();
    }
  });
});
