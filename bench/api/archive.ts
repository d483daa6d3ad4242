import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPipeline } from '../../ingest/pipeline.js';
import type { GraphBatch } from '../../src/model/records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { schemaVersion } from '../../src/store/sqlite/database-schema.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const volumes = join(root, '../shared/corpus/frus');
const samples = join(root, 'samples');
/** What a stored archive follows from, with the version of its tables: a file of these that changes makes another one. */
const madeBy = ['ingest', 'src/model', 'src/names', 'src/linking'];

/** As the command writes them (`src/cli/document-writer.ts`). */
export const documentsATransaction = 50;

/** The archive that questions are asked of, in a file that later runs find again. */
export interface Archive {
  readonly name: string;
  readonly file: string;
  batches(): AsyncIterable<GraphBatch>;
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256').update(`${folder} ${schemaVersion}`);
  for (const part of madeBy) {
    const files = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    );
    for (const name of files.sort()) hash.update(name).update(readFileSync(join(root, part, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Extracts as they are taken. */
export async function* batchesIn(folder: string): AsyncGenerator<GraphBatch> {
  const pipeline = await createPipeline();
  for (const name of readdirSync(folder)
    .filter((file) => /\.(?:xml|txt)$/.test(file))
    .sort()) {
    for await (const document of pipeline.read({ name, bytes: createReadStream(join(folder, name)) })) {
      yield pipeline.resolve(await pipeline.extract(document), document);
    }
  }
}

/** The three volumes where they are, else the samples, which is said. */
export function archiveFolder(): { readonly name: string; readonly folder: string } {
  if (existsSync(volumes)) return { name: 'three FRUS volumes', folder: volumes };
  console.log('The volumes are not there (../shared/corpus/frus): measured on the samples.');
  return { name: 'the samples', folder: samples };
}

/** Into an empty store, as `diplograph ingest` does it. */
export async function load(
  store: GraphStore,
  batches: Iterable<GraphBatch> | AsyncIterable<GraphBatch>,
): Promise<void> {
  let waiting: GraphBatch[] = [];
  for await (const batch of batches) {
    waiting.push(batch);
    if (waiting.length < documentsATransaction) continue;
    await store.keepDocuments(waiting);
    waiting = [];
  }
  await store.keepDocuments(waiting);
  await store.finishLoad();
}

/** Extracted once for a state of the sources. */
export async function archive(): Promise<Archive> {
  const { name, folder } = archiveFolder();
  const kept = join(tmpdir(), 'diplograph-bench', fingerprint(folder));
  const found = { name, file: join(kept, 'store.db'), batches: () => batchesIn(folder) };
  if (existsSync(kept)) return found;
  // Renamed in the end, with its log: a folder that exists is complete.
  const partial = `${kept}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const store = await openStore(`sqlite:${join(partial, 'store.db')}`);
  try {
    await load(store, found.batches());
  } finally {
    await store.close();
  }
  renameSync(partial, kept);
  return found;
}
