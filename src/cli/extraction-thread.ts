import { parentPort, workerData } from 'node:worker_threads';
import { createPipeline } from '../../ingest/pipeline.js';
import type { SourceDocument } from '../../ingest/sources/source.js';
import { DiplographError, toErrorMessage } from '../errors.js';
import type { ExtractionThreadInput, FromExtractionThread, ToExtractionThread } from './extraction-pool.js';

const { authorities, llm } = workerData as ExtractionThreadInput;
const stop = new AbortController();
const pipeline = await createPipeline({
  authorities,
  llm: llm === undefined ? undefined : { ...llm, stop: stop.signal },
});

let list: NonNullable<SourceDocument['edition']>['authority'] = [];

function received({ document, hasListBefore }: ToExtractionThread): SourceDocument {
  const { edition } = document;
  if (edition === undefined) return document;
  if (!hasListBefore) list = edition.authority;
  return { ...document, edition: { ...edition, authority: list } };
}

async function extracted(document: SourceDocument): Promise<FromExtractionThread> {
  try {
    return { type: 'batch', batch: pipeline.resolve(await pipeline.extract(document), document) };
  } catch (error) {
    if (error instanceof DiplographError) {
      return { type: 'refused', error: toErrorMessage(error) };
    }
    return { type: 'broken', error };
  }
}

parentPort?.on('message', (message: ToExtractionThread) => {
  void extracted(received(message)).then((answer) => parentPort?.postMessage(answer));
});
