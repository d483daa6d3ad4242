import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { BadArgumentError } from '../errors.js';
import { exportArgumentNames, exportFilter } from '../export/export-filter.js';
import type { ExportFormat } from '../export/export-format.js';
import { exportedGraph } from '../export/exported-graph.js';
import { exportFormat } from '../export/formats.js';
import type { GraphStore } from '../store/graph-store.js';
import { Gate, type GateLimits } from './gate.js';
import { currentRequestId } from './request-scope.js';
import type { Stops } from './stops.js';
import { httpStatusOf } from './use-error-status.js';

type Chunks = AsyncIterable<string | Uint8Array>;

const path = '/export/';
/** What there is changes with every document. */
const cacheControl = 'no-store';

/** A download lasts as long as its reader takes; these are beside the queries that run at once. */
const atOnce: GateLimits = { atOnce: 4, waiting: 8, waitMs: 5_000 };

/** @throws {BadArgumentError} on an unknown parameter too: a misspelt filter would give everything. */
function requestedExport(url: URL): {
  readonly format: ExportFormat;
  readonly filter: ReturnType<typeof exportFilter>;
} {
  const format = exportFormat(url.pathname.slice(path.length));
  const known = new Set<string>(exportArgumentNames);
  if ([...url.searchParams.keys()].some((name) => !known.has(name))) {
    throw new BadArgumentError('A parameter is unknown.', `There are ${exportArgumentNames.join(', ')}.`);
  }
  const given = (name: string) => (url.searchParams.has(name) ? url.searchParams.getAll(name) : undefined);
  const only = (name: string) => {
    const values = given(name);
    if (values !== undefined && values.length > 1) {
      throw new BadArgumentError(`There are several values of ${name}.`, 'Give one.');
    }
    return values?.[0];
  };
  return {
    format,
    filter: exportFilter({
      kinds: given('kinds'),
      types: given('types'),
      modality: given('modality'),
      limit: only('limit'),
      layout: only('layout'),
    }),
  };
}

/** Waits for the first page of the store, so that a store that is away is answered with its status. */
async function started(chunks: Chunks): Promise<AsyncGenerator<string | Uint8Array>> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head = [await iterator.next(), await iterator.next()];
  return (async function* () {
    try {
      for (const { done, value } of head) {
        if (done === true) return;
        yield value;
      }
      yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await iterator.return?.();
    }
  })();
}

/**
 * The bytes, made as fast as the client takes them. When it goes away Node destroys the last stream, that one the
 * others, and the generator ends: the store isn't asked for another page.
 */
function body(chunks: Chunks, isCompressed: boolean, fail: (error: unknown) => void): Readable {
  const source = Readable.from(chunks, { objectMode: false });
  source.on('error', fail);
  if (!isCompressed) return source;
  const gzip = createGzip();
  gzip.on('close', () => source.destroy());
  gzip.on('error', fail);
  return source.pipe(gzip);
}

/** What a query's answer would be: Yoga makes headers of what an error has under `http`, and takes it out. */
function refusal(error: GraphQLError) {
  const { http, ...extensions } = error.extensions as { http?: { headers?: Record<string, string> } };
  return {
    status: httpStatusOf(error) ?? 500,
    headers: http?.headers ?? {},
    body: { errors: [{ message: error.message, extensions }] },
  };
}

/**
 * Downloads at `/export/FORMAT`. An error after the first bytes can't be told any more: the connection is cut, so
 * that no client takes a part for the whole.
 */
export function useExports(
  store: GraphStore,
  stops: Stops,
  translateError: (error: unknown) => GraphQLError,
  logger: Logger,
): Plugin {
  const gate = new Gate(atOnce);
  return {
    async onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      if (!url.pathname.startsWith(path)) return;
      const headers = { 'cache-control': cacheControl };
      let leave = (): void => undefined;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        endResponse(new fetchAPI.Response(null, { status: 405, headers: { ...headers, allow: 'GET, HEAD' } }));
        return;
      }
      try {
        const { format, filter } = requestedExport(url);
        const isText = format.isBinary !== true;
        const isCompressed = isText && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
        const init = {
          headers: {
            ...headers,
            'content-type': isText ? `${format.mediaType}; charset=utf-8` : format.mediaType,
            'content-disposition': `attachment; filename="${format.fileName}"`,
            ...(isText ? { vary: 'accept-encoding' } : {}),
            ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
          },
        };
        if (request.method === 'HEAD') {
          await store.ping();
          endResponse(new fetchAPI.Response(null, init));
          return;
        }
        const signal = stops.of(request);
        leave = await gate.enter(signal);
        signal.addEventListener('abort', leave);
        const chunks = await started(format.write(exportedGraph(store.stoppedBy(signal), filter)));
        const { res } = serverContext as unknown as { readonly res: ServerResponse };
        const requestId = currentRequestId();
        const stream = body(chunks, isCompressed, (error) => {
          if (!signal.aborted) logger.error({ err: error, requestId }, 'a download was cut off');
          res.destroy();
        });
        stream.on('close', leave);
        endResponse(new fetchAPI.Response(stream as unknown as BodyInit, init));
      } catch (error) {
        leave();
        const { body: refused, status, headers: more } = refusal(translateError(error));
        endResponse(fetchAPI.Response.json(refused, { status, headers: { ...headers, ...more } }));
      }
    },
  };
}
