import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import type { GraphBatch } from '../src/model/records.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { archiveFolder, batchesIn, documentsATransaction, load } from './api/archive.js';
import type { Report, Row } from './frame/report.js';
import { startNeo4j } from './frame/start-neo4j.js';
import { createRaw, graphOfNeo4j } from './ingest/raw-rows-neo4j.js';
import { insertRaw, rowsOfSqlite } from './ingest/raw-rows-sqlite.js';

async function put(store: GraphStore, batches: readonly GraphBatch[], atOnce: number): Promise<void> {
  for (let at = 0; at < batches.length; at += atOnce) await store.putDocuments(batches.slice(at, at + atOnce));
}

interface Taken {
  readonly seconds: number;
  /** Of this process with all its threads, those of V8 among them: SQLite works in it, Neo4j doesn't. */
  readonly processorSeconds: number;
  /** Of the thread that writes alone; 0 where the system doesn't tell, which only Linux does. */
  readonly threadSeconds: number;
}

function threadSeconds(): number {
  try {
    const [nanoseconds] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Number(nanoseconds) / 1e9;
  } catch {
    return 0;
  }
}

async function timed(work: () => unknown): Promise<Taken> {
  const [start, before, threadBefore] = [performance.now(), process.cpuUsage(), threadSeconds()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - start) / 1_000,
    processorSeconds: (user + system) / 1e6,
    threadSeconds: threadSeconds() - threadBefore,
  };
}

/** One side of a comparison, done anew in each round. */
interface Side {
  readonly name: string;
  readonly run: (round: number) => Promise<Taken>;
}

/** The sides by turns, and of each the round that took least: what others do on the machine only adds. */
async function byTurns(sides: readonly Side[], rounds: number): Promise<ReadonlyMap<string, Taken>> {
  const least = new Map<string, Taken>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, run } of sides) {
      const taken = await run(round);
      const before = least.get(name) ?? taken;
      least.set(name, {
        seconds: Math.min(before.seconds, taken.seconds),
        processorSeconds: Math.min(before.processorSeconds, taken.processorSeconds),
        threadSeconds: Math.min(before.threadSeconds, taken.threadSeconds),
      });
    }
  }
  return least;
}

/** @param raw - Name of the side that the others are compared with. */
function rows(taken: ReadonlyMap<string, Taken>, raw: string): readonly Row[] {
  const of = taken.get(raw) ?? { seconds: 1, processorSeconds: 1, threadSeconds: 1 };
  return [...taken].map(([written, own]) => ({
    written,
    seconds: own.seconds.toFixed(1),
    'times raw': Number((own.seconds / of.seconds).toFixed(2)),
    "seconds of this process's processor": own.processorSeconds.toFixed(1),
    'times raw of it': Number((own.processorSeconds / of.processorSeconds).toFixed(2)),
    'of the thread that writes': own.threadSeconds.toFixed(1),
    'times raw of that': of.threadSeconds === 0 ? '' : Number((own.threadSeconds / of.threadSeconds).toFixed(2)),
  }));
}

async function onSqlite(report: Report, batches: readonly GraphBatch[], rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-bench-'));
  const inNew = (name: string, write: (store: GraphStore) => Promise<void>): Side => ({
    name,
    run: async (round) => {
      const store = await openStore(`sqlite:${join(folder, `${name}-${round}.db`)}`);
      const taken = await timed(() => write(store));
      await store.close();
      return taken;
    },
  });
  try {
    const model = join(folder, 'model.db');
    const store = await openStore(`sqlite:${model}`);
    await load(store, batches);
    await store.close();
    const all = rowsOfSqlite(model, batches);
    const raw = 'the same rows by prepared inserts';
    const taken = await byTurns(
      [
        { name: raw, run: (round) => timed(() => insertRaw(join(folder, `raw-${round}.db`), all)) },
        inNew('a first load', (store) => load(store, batches)),
        inNew(`documents, ${documentsATransaction} in a transaction`, (store) =>
          put(store, batches, documentsATransaction),
        ),
        inNew('documents, one in a transaction', (store) => put(store, batches, 1)),
      ],
      rounds,
    );
    report.table(rows(taken, raw), `SQLite, ${all.reduce((sum, { rows: own }) => sum + own.length, 0)} rows`);
    const processor = (name: string) => taken.get(name)?.processorSeconds ?? Number.NaN;
    report.ratio('a first load, SQLite, of raw inserts', processor('a first load') / processor(raw));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onNeo4j(report: Report, batches: readonly GraphBatch[], rounds: number): Promise<void> {
  const server = await startNeo4j(report);
  if (server === null) return;
  const driver = neo4j.driver(server.url, neo4j.auth.basic(server.user, server.password));
  const store = await openStore(server.url, server);
  const clear = async () => {
    const session = driver.session();
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
    await session.close();
  };
  const inEmpty = (name: string, write: () => Promise<void>): Side => ({
    name,
    run: async () => {
      await clear();
      return timed(write);
    },
  });
  try {
    // The server plans and compiles what it is asked for the first time.
    await load(store, batches);
    const graph = await graphOfNeo4j(driver);
    const counted = graph.relationships.reduce((sum, { relationships }) => sum + relationships.length, 0);
    const nodes = graph.nodes.reduce((sum, { nodes: own }) => sum + own.length, 0);
    const raw = 'the same graph by UNWIND and CREATE';
    const taken = await byTurns(
      [
        inEmpty(raw, () => createRaw(driver, graph)),
        inEmpty('a first load', () => load(store, batches)),
        inEmpty(`documents, ${documentsATransaction} in a transaction`, () =>
          put(store, batches, documentsATransaction),
        ),
      ],
      rounds,
    );
    report.table(rows(taken, raw), `Neo4j, ${batches.length} documents, ${nodes} nodes, ${counted} relationships`);
    const seconds = (name: string) => taken.get(name)?.seconds ?? Number.NaN;
    report.ratio('a first load, Neo4j, of UNWIND and CREATE', seconds('a first load') / seconds(raw), {
      tolerance: 0.3,
    });
  } finally {
    await store.close();
    await driver.close();
    await server.stop();
  }
}

/**
 * The store's part of ingesting the volumes, beside the same rows by the best inserts of the database itself:
 * `npm run bench -- ingest [--store sqlite|neo4j] [--rounds 3] [--documents 200]`. The last is for Neo4j, whose server has the tests' settings.
 */
export async function benchIngest(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      store: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      documents: { type: 'string', default: '200' },
    },
  });
  const { name, folder } = archiveFolder();
  const batches: GraphBatch[] = [];
  for await (const batch of batchesIn(folder)) batches.push(batch);
  report.note(`${name}: ${batches.length} documents`);
  const rounds = Number(values.rounds);
  if (values.store !== 'neo4j') await onSqlite(report, batches, rounds);
  if (values.store !== 'sqlite') await onNeo4j(report, batches.slice(0, Number(values.documents)), rounds);
}
