import { readdirSync, readFileSync } from 'node:fs';
import { createPipeline } from '../ingest/pipeline.js';
import type { GraphStore, PutOutcome } from '../src/store/graph-store.js';

const samples = new URL('../samples/', import.meta.url);

/** What the first command of the README does with an empty store. */
export async function ingestSamples(store: GraphStore): Promise<readonly PutOutcome[]> {
  const pipeline = await createPipeline();
  const outcomes: PutOutcome[] = [];
  const names = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  for (const name of names.sort()) {
    for await (const document of pipeline.read({ name, bytes: readFileSync(new URL(name, samples)) })) {
      const batch = pipeline.resolve(await pipeline.extract(document), document);
      outcomes.push(await store.putDocument(batch));
    }
  }
  return outcomes;
}
