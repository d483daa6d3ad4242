import type { Pipeline } from '../../ingest/pipeline.js';
import type { Coverage } from '../model/document-graph.js';
import type { GraphStore, PutOutcome } from '../store/graph-store.js';
import { DocumentWriter } from './document-writer.js';
import { type Extraction, openExtraction } from './extraction-pool.js';
import { finishLoad } from './finish-load.js';
import { emptyIngestSummary, type IngestSummary, summarizeDocument } from './ingest-summary.js';
import { reportModelFailure } from './model-report.js';
import { type ReadDocument, type RunOptions, type RunOutcome, runOverDocuments } from './run.js';
import { isInShard, type Shard } from './shard.js';

export interface IngestOptions extends RunOptions {
  /** Threads that extract. */
  readonly jobs: number;
  /** The part of the documents that is this process's own. */
  readonly shard: Shard;
}

export interface IngestOutcome {
  readonly run: RunOutcome;
  readonly summary: IngestSummary;
}

/** Documents that are read and not yet stored: enough for a transaction to fill while the one before is written. */
const mostUnderWay = 100;

/**
 * Documents into a store, several in one transaction: safe to interrupt anywhere and to begin again. What the store
 * has already, read by the same program from the same text, is not read again. Where the store is empty, the graph is
 * written once all documents are read, or the run is interrupted.
 *
 * @param told - Called with each document that went through.
 */
export async function ingestDocuments(
  store: GraphStore,
  options: IngestOptions,
  told: (id: string, outcome: PutOutcome, coverage: Coverage) => Promise<void> = async () => undefined,
): Promise<IngestOutcome> {
  const summary = emptyIngestSummary();
  const writer = new DocumentWriter(store);
  let extraction: Extraction | undefined;
  const open = (pipeline: Pipeline): Extraction => {
    extraction ??= openExtraction(options.jobs, pipeline, { authorities: options.authorities, llm: options.llm });
    return extraction;
  };

  /** Known documents of a first load that was cut off: their graphs are to be written first. */
  const unwritten: string[] = [];
  async function isKnown({ document }: ReadDocument, pipeline: Pipeline): Promise<boolean> {
    const [stored] = await store.fingerprints([document.id]);
    if (stored !== pipeline.fingerprint(document)) return false;
    if (!(await tellUnchanged(document.id))) unwritten.push(document.id);
    return true;
  }

  async function tellUnchanged(id: string): Promise<boolean> {
    const [node] = await store.nodes([id]);
    if (node?.type !== 'document') return false;
    summarizeDocument(summary, 'unchanged', node.record.coverage);
    await told(id, 'unchanged', node.record.coverage);
    return true;
  }

  async function put(read: ReadDocument, extracting: Extraction): Promise<void> {
    const { document } = read;
    const batch = await extracting.extract(document);
    if (reportModelFailure(options.terminal, read, batch.document.coverage)) summary.incomplete += 1;
    const outcome = await writer.put(batch);
    summarizeDocument(summary, outcome, batch.document.coverage, batch);
    await told(document.id, outcome, batch.document.coverage);
  }

  try {
    const run = await runOverDocuments(
      options,
      async (read, pipeline) => {
        if (!isInShard(read.document.id, options.shard) || (await isKnown(read, pipeline))) return undefined;
        const extracting = open(pipeline);
        await extracting.ready();
        return { stored: put(read, extracting) };
      },
      { most: mostUnderWay, finish: () => writer.flush() },
    );
    await finishLoad(store, options.terminal);
    for (const id of unwritten) await tellUnchanged(id);
    return { run, summary };
  } finally {
    await extraction?.close();
  }
}
