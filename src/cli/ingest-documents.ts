import type { Coverage } from '../model/document-graph.js';
import type { GraphStore, PutOutcome } from '../store/graph-store.js';
import { emptyIngestSummary, type IngestSummary, summarizeDocument } from './ingest-summary.js';
import { reportModelFailure } from './model-report.js';
import { type RunOptions, type RunOutcome, runOverDocuments } from './run.js';

export interface IngestOutcome {
  readonly run: RunOutcome;
  readonly summary: IngestSummary;
}

/**
 * Documents into a store, each in one transaction: safe to interrupt anywhere and to begin again. What the store
 * has already, read by the same program from the same text, is not read again.
 *
 * @param told - Called with each document that went through.
 */
export async function ingestDocuments(
  store: GraphStore,
  options: RunOptions,
  told: (id: string, outcome: PutOutcome, coverage: Coverage) => Promise<void> = async () => undefined,
): Promise<IngestOutcome> {
  const summary = emptyIngestSummary();
  const run = await runOverDocuments(options, async (read, pipeline) => {
    const { document } = read;
    const [stored] = await store.fingerprints([document.id]);
    if (stored === pipeline.fingerprint(document)) {
      const [node] = await store.nodes([document.id]);
      if (node?.type === 'document') {
        summarizeDocument(summary, 'unchanged', node.record.coverage);
        await told(document.id, 'unchanged', node.record.coverage);
      }
      return;
    }
    const batch = pipeline.resolve(await pipeline.extract(document), document);
    if (reportModelFailure(options.terminal, read, batch.document.coverage)) summary.incomplete += 1;
    const outcome = await store.putDocument(batch);
    summarizeDocument(summary, outcome, batch.document.coverage, batch);
    await told(document.id, outcome, batch.document.coverage);
  });
  return { run, summary };
}
