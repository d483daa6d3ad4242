import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, readEnvironment } from '../src/config.js';
import type { GraphBatch } from '../src/model/records.js';
import { openStore } from '../src/store/open-store.js';
import { type Archive, generatedBatches } from './generate/generated-document.js';

const documentsATransaction = 200;
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

/** Puts what extraction would give into a store; what is there already is left as it is. @returns seconds. */
export async function loadGenerated(url: string, archive: Archive): Promise<number> {
  const { neo4jUser: user, neo4jPassword: password } = readConfig(readEnvironment());
  const store = await openStore(url, password === undefined ? undefined : { user, password });
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1_000;
  try {
    let waiting: GraphBatch[] = [];
    let done = 0;
    const flush = async () => {
      await store.putDocuments(waiting);
      done += waiting.length;
      waiting = [];
      if (done % tellEvery === 0) console.log(`${done} documents after ${seconds().toFixed(0)} s`);
    };
    for (const batch of generatedBatches(archive)) {
      waiting.push(batch);
      if (waiting.length === documentsATransaction) await flush();
    }
    await flush();
    const { entities, relations, statements, evidence } = await store.stats();
    console.log(
      `${done} documents in ${seconds().toFixed(1)} s: ${entities} entities, ${relations} relations, ${statements} statements, ${evidence} pieces of evidence.`,
    );
  } finally {
    await store.close();
  }
  return seconds();
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
