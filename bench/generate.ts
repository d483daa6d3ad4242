import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { collectOften } from '../src/cli/collect-often.js';
import { readConfig, readEnvironment } from '../src/config.js';
import type { GraphBatch } from '../src/model/records.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { documentsATransaction } from './api/archive.js';
import { type Archive, generatedBatches } from './generate/generated-document.js';

const tellEvery = 10_000;

/** Writes the texts, a file each, a thousand to a folder. */
function writeTexts(folder: string, archive: Archive): void {
  let number = 0;
  for (const { document, text } of generatedBatches(archive)) {
    const part = join(folder, String(Math.floor(number / 1_000)).padStart(6, '0'));
    if (number % 1_000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${document.id.replace('document:', '')}.txt`), text);
    number += 1;
  }
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Reading the sources makes the heap grow as the built command never does: the limit that V8 goes by is set anew. */
function collectNow(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Opens a store and loads it, as the command does. */
export async function loadGenerated(url: string, archive: Archive): Promise<void> {
  collectOften();
  collectNow();
  const { neo4jUser: user, neo4jPassword: password } = readConfig(readEnvironment());
  const store = await openStore(url, password === undefined ? undefined : { user, password });
  try {
    await loadInto(store, archive);
  } finally {
    await store.close();
  }
}

/** Puts what extraction would give into a store, as `ingest` does; what is there already is left as it is. */
export async function loadInto(store: GraphStore, archive: Archive): Promise<void> {
  const start = performance.now();
  let [done, told, stored] = [0, 0, 0];
  /** Of the processor, what the store alone takes: making up documents isn't counted. */
  const counted = async (work: () => Promise<unknown>) => {
    const before = processorSeconds();
    await work();
    stored += processorSeconds() - before;
  };
  const tell = (what: string, documents: number) => {
    if (documents < told + tellEvery) return;
    told = documents;
    const seconds = (performance.now() - start) / 1_000;
    console.log(
      `${what} ${documents} documents after ${seconds.toFixed(0)} s, ${stored.toFixed(0)} s of the processor`,
    );
  };
  let waiting: GraphBatch[] = [];
  const flush = async () => {
    await counted(() => store.keepDocuments(waiting));
    done += waiting.length;
    waiting = [];
    tell('kept', done);
  };
  for (const batch of generatedBatches(archive)) {
    waiting.push(batch);
    if (waiting.length === documentsATransaction) await flush();
  }
  await flush();
  told = 0;
  const kept = stored;
  await counted(() => store.finishLoad((documents) => tell('wrote', documents)));
  const { entities, relations, statements, evidence } = await store.stats();
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${done} documents in ${seconds.toFixed(0)} s: ${entities} entities, ${relations} relations, ${statements} statements, ${evidence} pieces of evidence.
The store took ${stored.toFixed(0)} s of the processor, ${kept.toFixed(0)} to keep and link, ${(stored - kept).toFixed(0)} to write; at most ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB were resident.`,
  );
}

/**
 * `npm run bench -- generate --documents N [--seed S] --out DIR` writes an invented archive as texts; `--store URL` puts what
 * extraction would give of it into a store.
 */
export async function generate(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      store: { type: 'string' },
    },
  });
  const archive: Archive = { seed: Number(values.seed), documents: Number(values.documents) };
  if (values.out !== undefined) writeTexts(values.out, archive);
  if (values.store !== undefined) await loadGenerated(values.store, archive);
}
