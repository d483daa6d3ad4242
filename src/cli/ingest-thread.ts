import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createPipeline, type Pipeline } from '../../ingest/pipeline.js';
import type { SourceDocument } from '../../ingest/sources/source.js';
import { DiplographError, toErrorMessage } from '../errors.js';
import type { FromThread, ThreadInput, ToThread } from './ingest-thread-messages.js';

/** Up to here the documents of the first reading are kept, so that the input isn't read again. */
const mostKept = 20;

const { name, file, charset, authorities, llm } = workerData as ThreadInput;

function send(message: FromThread): void {
  parentPort?.postMessage(message);
}

async function ask(message: FromThread): Promise<ToThread> {
  send(message);
  const [reply] = (await once(parentPort as NonNullable<typeof parentPort>, 'message')) as [ToThread];
  return reply;
}

const read = (pipeline: Pipeline): AsyncIterable<SourceDocument> =>
  pipeline.read({ name, bytes: createReadStream(file) as AsyncIterable<Uint8Array>, charset: () => charset });

/**
 * The documents of the input, once all of it has been read: a volume that is broken at its end is refused before
 * anything of it is stored.
 */
async function* wholeInput(pipeline: Pipeline): AsyncGenerator<SourceDocument> {
  const kept: SourceDocument[] = [];
  let documents = 0;
  for await (const document of read(pipeline)) {
    documents += 1;
    if (documents <= mostKept) kept.push(document);
  }
  send({ type: 'found', documents });
  if (documents <= mostKept) yield* kept;
  else yield* read(pipeline);
}

/** The whole life of a thread: one input, from bytes to what the store takes, a document at a time. */
async function ingest(): Promise<void> {
  const stop = new AbortController();
  const pipeline = await createPipeline({
    authorities,
    llm: llm === undefined ? undefined : { ...llm, stop: stop.signal },
  });
  for await (const document of wholeInput(pipeline)) {
    const { isKnown } = await ask({ type: 'document', id: document.id, fingerprint: pipeline.fingerprint(document) });
    if (isKnown) continue;
    await ask({ type: 'batch', batch: pipeline.resolve(await pipeline.extract(document), document) });
  }
}

try {
  await ingest();
  send({ type: 'done' });
} catch (error) {
  if (!(error instanceof DiplographError)) throw error;
  send({ type: 'refused', error: toErrorMessage(error) });
}
