import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { GraphBatch } from '../src/model/records.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { Neo4jServerMissing, startNeo4jServer } from '../test/neo4j-server/start-neo4j-server.js';
import { archiveFolder, batchesIn } from './api/archive.js';
import { createRaw, graphOfNeo4j } from './ingest/raw-rows-neo4j.js';
import { insertRaw, rowsOfSqlite } from './ingest/raw-rows-sqlite.js';

/** As the command writes them (`src/cli/document-writer.ts`). */
const documentsATransaction = 50;

async function put(store: GraphStore, batches: readonly GraphBatch[], atOnce: number): Promise<void> {
  for (let at = 0; at < batches.length; at += atOnce) await store.putDocuments(batches.slice(at, at + atOnce));
}

interface Taken {
  readonly seconds: number;
  /** Of this process: SQLite works in it, Neo4j doesn't. */
  readonly processorSeconds: number;
}

async function timed(work: () => unknown): Promise<Taken> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1_000, processorSeconds: (user + system) / 1e6 };
}

function row(name: string, { seconds, processorSeconds }: Taken, raw: Taken): void {
  const cells = [
    ...[name, seconds.toFixed(1), (seconds / raw.seconds).toFixed(2)],
    ...[processorSeconds.toFixed(1), (processorSeconds / raw.processorSeconds).toFixed(2)],
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function header(title: string): void {
  console.log(
    `\n${title}\n\n| | seconds | times raw | of this process's processor | times raw |\n| :-- | --: | --: | --: | --: |`,
  );
}

async function onSqlite(batches: readonly GraphBatch[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-bench-'));
  const inNew = async (name: string, atOnce: number) => {
    const store = await openStore(`sqlite:${join(folder, name)}`);
    const taken = await timed(() => put(store, batches, atOnce));
    await store.close();
    return taken;
  };
  try {
    const together = await inNew('together.db', documentsATransaction);
    const rows = rowsOfSqlite(join(folder, 'together.db'), batches);
    const raw = await timed(() => insertRaw(join(folder, 'raw.db'), rows));
    const again = await timed(() => insertRaw(join(folder, 'again.db'), rows));
    header(`SQLite, ${rows.reduce((sum, { rows: own }) => sum + own.length, 0)} rows`);
    row('the same rows by prepared inserts', raw, raw);
    row('once more', again, raw);
    row(`documents, ${documentsATransaction} in a transaction`, together, raw);
    row('documents, one in a transaction', await inNew('each.db', 1), raw);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onNeo4j(batches: readonly GraphBatch[]): Promise<void> {
  const server = await startNeo4jServer().catch((error: unknown) => {
    if (!(error instanceof Neo4jServerMissing)) throw error;
    console.log(`Neo4j is skipped: ${error.message}.`);
    return null;
  });
  if (server === null) return;
  const driver = neo4j.driver(server.url, neo4j.auth.basic(server.user, server.password));
  const store = await openStore(server.url, server);
  // A few at a time: the server ends what takes a minute.
  const clear = async () => {
    for (;;) {
      const { records } = await driver.executeQuery(
        'MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS gone',
      );
      if (Number(records[0]?.get('gone')) === 0) return;
    }
  };
  try {
    // The server plans and compiles what it is asked for the first time.
    await put(store, batches.slice(0, 100), documentsATransaction);
    await clear();
    const together = await timed(() => put(store, batches, documentsATransaction));
    const graph = await graphOfNeo4j(driver);
    await clear();
    const raw = await timed(() => createRaw(driver, graph));
    await clear();
    const again = await timed(() => createRaw(driver, graph));
    await clear();
    const counted = graph.relationships.reduce((sum, { relationships }) => sum + relationships.length, 0);
    header(`Neo4j, ${graph.nodes.reduce((sum, { nodes }) => sum + nodes.length, 0)} nodes, ${counted} relationships`);
    row('the same graph by UNWIND and CREATE', raw, raw);
    row('once more', again, raw);
    row(`documents, ${documentsATransaction} in a transaction`, together, raw);
    row('documents, one in a transaction', await timed(() => put(store, batches, 1)), raw);
  } finally {
    await store.close();
    await driver.close();
    await server.stop();
  }
}

/** The store's part of ingesting the volumes, beside the same rows by the best inserts of the database itself. */
export async function benchIngest(): Promise<void> {
  const { name, folder } = archiveFolder();
  const batches: GraphBatch[] = [];
  for await (const batch of batchesIn(folder)) batches.push(batch);
  console.log(`${name}: ${batches.length} documents`);
  await onSqlite(batches);
  await onNeo4j(batches);
}
