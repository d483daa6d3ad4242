import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver } from 'neo4j-driver';
import type { Neo4jAccess } from '../requirements.js';

/** The server's only database, with nobody else's test in it. */
export interface ExclusiveDatabase {
  /** For plain Cypher beside the store. */
  readonly driver: Driver;
  readonly clear: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** For a test file that waits until those of other workers have released the only database, one after the other. */
export const claimTimeoutMs = 1_200_000;

const pollMs = 100;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A folder, since making one either works or doesn't; taken over from a process that is gone, or from this one. */
async function lock(folder: string): Promise<void> {
  const owner = join(folder, 'pid');
  for (;;) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      return;
    } catch {
      await pause(pollMs);
      try {
        const pid = Number(readFileSync(owner, 'utf8'));
        if (pid === process.pid || !isRunning(pid)) rmSync(folder, { recursive: true });
      } catch {
        // Released meanwhile, or its owner has not signed yet.
      }
    }
  }
}

/** Marks a database as one for tests, so that nobody's work is deleted by a wrong NEO4J_URL. */
async function markForTests(driver: Driver, url: string): Promise<void> {
  const { records } = await driver.executeQuery(
    `OPTIONAL MATCH (n) WITH count(n) AS nodes
     OPTIONAL MATCH (m:DiplographTestDatabase) RETURN nodes = 0 OR m IS NOT NULL AS isOurs`,
  );
  if (records[0]?.get('isOurs') !== true) {
    throw new Error(
      `The database at ${new URL(url).host} isn't empty. Tests delete everything: give them one of their own.`,
    );
  }
  await driver.executeQuery('MERGE (:DiplographTestDatabase)');
}

/**
 * Waits for the tests of other Jest workers, since Neo4j Community has one database for all of them. Call it in
 * `beforeAll` with a time-out of minutes, and `release` in `afterAll`.
 */
export async function claimDatabase({ url, user, password }: Neo4jAccess): Promise<ExclusiveDatabase> {
  const folder = join(tmpdir(), `diplograph-test-${createHash('sha256').update(url).digest('hex').slice(0, 12)}`);
  await lock(folder);
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  const clear = async () => {
    await driver.executeQuery('MATCH (n) WHERE NOT n:DiplographTestDatabase DETACH DELETE n');
  };
  const release = async () => {
    try {
      await driver.executeQuery('MATCH (n) DETACH DELETE n');
    } finally {
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    await markForTests(driver, url);
    await clear();
  } catch (error) {
    await driver.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return { driver, clear, release };
}
