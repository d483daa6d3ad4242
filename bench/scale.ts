import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { schemaVersion } from '../src/store/sqlite/database-schema.js';
import { randomNumbers } from '../test/store/random-numbers.js';
import { percentile } from './api/measure.js';
import { type Archive, generatedBatch } from './generate/generated-document.js';
import { loadGenerated } from './generate.js';

const warmUps = 10;
const questions = 100;
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

async function times(ask: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let round = -warmUps; round < questions; round += 1) {
    const start = processorMs();
    await ask(round + warmUps);
    if (round >= 0) taken.push(processorMs() - start);
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

async function row(archive: Archive): Promise<void> {
  const file = await storeOf(archive);
  const store = await openStore(`sqlite:${file}`);
  try {
    const { entities, relations } = await store.stats();
    const ids = await someEntities(store, archive);
    const at = (round: number) => ids[round % ids.length] ?? '';
    const neighbourhoods = await times((round) =>
      store.neighbourhood({ centers: [at(round)], depth: 2, limit: 500, breadth: 500, filter: {} }),
    );
    const paths = await times((round) => store.shortestPath(at(round), at(round + 1), 6, {}));
    const bytes = statSync(file).size;
    const cells = [
      ...[entities, relations, `${(bytes / 1e6).toFixed(0)} MB`, `${(bytes / relations / 1e3).toFixed(1)} kB`],
      ...[ms(neighbourhoods), ms(paths)],
      ms(await putMore(store, archive)),
      `${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  } finally {
    await store.close();
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

/** What grows with a store and what doesn't, on SQLite: `npm run bench -- scale --documents 1000,10000`. */
export async function benchScale(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { documents: { type: 'string', default: '1000,10000' }, seed: { type: 'string', default: '1' } },
  });
  console.log(
    '\nGenerated archives on SQLite; milliseconds of the processor, of which half and 95 % of the questions took no more\n',
  );
  console.log(
    '| entities | relations | file | for a relation | neighbourhood, depth 2, 500 | shortest path, 6 hops | one document more | memory |',
  );
  console.log('| --: | --: | --: | --: | --: | --: | --: | --: |');
  for (const documents of values.documents.split(',').map(Number)) await row({ seed: Number(values.seed), documents });
}
