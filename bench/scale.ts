import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { limits } from '../schema/limits.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { schemaVersion } from '../src/store/sqlite/database-schema.js';
import { randomNumbers } from '../test/store/random-numbers.js';
import { percentile } from './api/measure.js';
import type { Report, Row } from './frame/report.js';
import { type Archive, generatedBatch } from './generate/generated-document.js';
import { loadGenerated } from './generate.js';
import { comparePaths } from './scale/path-beside-cypher.js';
import { startWithArchive } from './scale/start-with-archive.js';

const warmUps = 10;
const questions = 100;
/** After which no more of a kind are asked, once there are `fewestQuestions`. */
const longestMs = 3 * 60_000;
const fewestQuestions = 10;
/** Documents that are written to a store of each size: what one more costs. */
const moreDocuments = 50;

/** Generated once for a size and a version of the tables; renamed in the end, so that a folder that exists is complete. */
async function storeOf(archive: Archive): Promise<string> {
  const { seed, documents } = archive;
  const kept = join(tmpdir(), 'diplograph-bench', `scale-${documents}-${seed}-${schemaVersion}`);
  if (!existsSync(kept)) {
    const partial = `${kept}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    await loadGenerated(`sqlite:${join(partial, 'store.db')}`, archive);
    renameSync(partial, kept);
  }
  return join(kept, 'store.db');
}

/** Of this process, whatever else the machine does: SQLite works in it, on a warm cache. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

type Clock = () => number;

async function times(clock: Clock, ask: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  const last = performance.now() + longestMs;
  for (let round = -warmUps; round < questions; round += 1) {
    if (taken.length >= fewestQuestions && performance.now() > last) break;
    const start = clock();
    await ask(round + warmUps);
    if (round >= 0) taken.push(clock() - start);
  }
  return taken;
}

function ms(taken: readonly number[]): string {
  return `${percentile(taken, 0.5).toFixed(1)}, ${percentile(taken, 0.95).toFixed(1)}`;
}

/** Entities by chance, few of them known to many. */
async function someEntities(store: GraphStore, archive: Archive): Promise<readonly string[]> {
  const random = randomNumbers(archive.seed + 17);
  const numbers = Array.from({ length: questions + warmUps }, () => Math.floor(random() * archive.documents));
  const wanted = numbers.flatMap((n) => generatedBatch(n, archive).entities[0]?.entity ?? []);
  const found = await store.nodes(wanted);
  return wanted.filter((_, index) => found[index] !== null);
}

interface Asked {
  readonly row: Row;
  /** Of neighbourhoods, 95 % took no more. */
  readonly slowest: number;
}

/** What a store of either kind is asked. */
async function ask(store: GraphStore, archive: Archive, clock: Clock): Promise<Asked> {
  const { entities, relations } = await store.stats();
  const ids = await someEntities(store, archive);
  const at = (round: number) => ids[round % ids.length] ?? '';
  const paths = await times(clock, (round) => store.shortestPath(at(round), at(round + 1), 6, {}));
  const found: number[] = [];
  const neighbourhoods = await times(clock, async (round) => {
    const question = {
      centers: [at(round)],
      depth: 2,
      limit: 500,
      breadth: 500,
      edgeLimit: limits.defaultEdges,
      filter: {},
    };
    found.push((await store.neighbourhood(question)).relations.length);
  });
  const row = {
    ...{ entities, relations, 'neighbourhood, depth 2, 500': ms(neighbourhoods), asked: neighbourhoods.length },
    ...{ 'its relations': percentile(found, 0.5), 'shortest path, 6 hops': ms(paths) },
  };
  return { row, slowest: percentile(neighbourhoods, 0.95) };
}

async function onSqlite(archive: Archive): Promise<Asked> {
  const file = await storeOf(archive);
  const store = await openStore(`sqlite:${file}`);
  try {
    const asked = await ask(store, archive, processorMs);
    const { relations } = await store.stats();
    const bytes = statSync(file).size;
    const row = {
      ...asked.row,
      file: `${(bytes / 1e6).toFixed(0)} MB`,
      'for a relation': `${(bytes / relations / 1e3).toFixed(1)} kB`,
      'one document more': ms(await putMore(store, archive)),
      memory: `${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    };
    return { ...asked, row };
  } finally {
    await store.close();
  }
}

/** On a server of its own, into which the archive is imported. */
async function onNeo4j(archive: Archive, report: Report): Promise<Asked | null> {
  const server = await startWithArchive(archive, report);
  if (server === null) return null;
  const opened = performance.now();
  const store = await openStore(server.url, server);
  console.log(`indexes filled after ${((performance.now() - opened) / 1_000).toFixed(0)} s`);
  try {
    const ids = await someEntities(store, archive);
    const pairs = ids.slice(1).map((id, index) => [ids[index] ?? '', id] as const);
    const different = pairs.filter(([from, to]) => from !== to);
    const { times: taken, ratioP50, ratioP95 } = await comparePaths(store, server, different);
    const [, cypher = [], again = []] = taken;
    console.log(`paths compared: ratios ${ratioP50.toFixed(2)}, ${ratioP95.toFixed(2)}`);
    const asked = await ask(store, archive, () => performance.now());
    report.ratio(`shortest path beside Cypher's, ${archive.documents} documents, p50`, ratioP50, { tolerance: 0.3 });
    const row = {
      ...asked.row,
      "Cypher's shortestPath": ms(cypher),
      'once more': ms(again),
      'ratio p50, p95': `${ratioP50.toFixed(2)}, ${ratioP95.toFixed(2)}`,
    };
    return { ...asked, row };
  } finally {
    await store.close();
    await server.stop();
  }
}

/** Documents of the same kind that the store doesn't have; taken away again. */
async function putMore(store: GraphStore, archive: Archive): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < moreDocuments; n += 1) {
    const batch = generatedBatch(archive.documents + n, archive);
    const start = processorMs();
    await store.putDocument(batch);
    taken.push(processorMs() - start);
  }
  for (let n = 0; n < moreDocuments; n += 1) {
    await store.deleteDocument(generatedBatch(archive.documents + n, archive).document.id);
  }
  return taken;
}

function sizes(documents: string): readonly number[] {
  return documents.split(',').filter(Boolean).map(Number);
}

/**
 * What grows with a store and what doesn't: `npm run bench -- scale --documents 1000,10000 --neo4j 1000`. Stores are kept
 * for later runs.
 */
export async function benchScale(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '1000,10000' },
      neo4j: { type: 'string', default: '' },
      seed: { type: 'string', default: '1' },
    },
  });
  const seed = Number(values.seed);
  const asked: Asked[] = [];
  const documents = sizes(values.documents);
  for (const many of documents) asked.push(await onSqlite({ seed, documents: many }));
  const most = 'half and 95 % of the questions took no more';
  const rows = asked.map(({ row }) => row);
  if (rows.length > 0)
    report.table(rows, `Generated archives on SQLite; milliseconds of the processor, of which ${most}`);
  const [smallest, ...larger] = asked;
  for (const [index, { slowest }] of larger.entries()) {
    const name = `neighbourhoods of ${documents[index + 1]} documents beside those of ${documents[0]}, p95`;
    report.ratio(name, slowest / (smallest?.slowest ?? Number.NaN), { tolerance: 0.3 });
  }
  const onServer: Row[] = [];
  for (const many of sizes(values.neo4j)) {
    const found = await onNeo4j({ seed, documents: many }, report);
    if (found) onServer.push(found.row);
  }
  if (onServer.length > 0) report.table(onServer, `The same on Neo4j; milliseconds of the clock, of which ${most}`);
}
