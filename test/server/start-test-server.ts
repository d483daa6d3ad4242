import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { IngestJobs } from '../../src/jobs/ingest-jobs.js';
import { type ServerOptions, startServer } from '../../src/server/server.js';
import type { Reading } from '../../src/store/brief-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { embassyJournal } from '../schema/embassy-journal.js';

export interface TestServer {
  readonly url: string;
  readonly store: GraphStore;
  /** What was logged, an object a line. */
  readonly log: Record<string, unknown>[];
  close(): Promise<void>;
}

/** A folder as `npm run build:pages` leaves it, with files small and large, hashed and not. */
function writePages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-pages-'));
  const files = {
    'explorer/index.html': '<!doctype html><title>explorer</title>',
    'explorer/assets/main-Ab3_9xYz.js': `export const words = "${'word '.repeat(2_000)}";`,
    'graphiql/index.html': '<!doctype html><title>GraphiQL</title>',
    'graphiql/graphiql-assets/worker-0a1b2c3d.js': 'self.onmessage = null;',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/**
 * A server that listens, over an embedded store with one small archive in it.
 *
 * @param faulty - Makes of the real store, and of each of its views for one request, one that fails in the way the
 *   test is about.
 */
export async function startTestServer(
  options: {
    readonly faulty?: (store: GraphStore) => Partial<GraphStore>;
    /** Instead of the embedded one; the server's close closes it. */
    readonly store?: GraphStore;
    /** Makes what takes documents in. */
    readonly jobs?: (store: GraphStore) => IngestJobs;
  } & Partial<Omit<ServerOptions, 'host' | 'port' | 'logger' | 'jobs'>> = {},
): Promise<TestServer> {
  const real = options.store ?? (await openStore('sqlite::memory:'));
  if (!options.store) for (const batch of embassyJournal) await real.putDocument(batch);
  const withFaults = (target: GraphStore): GraphStore => {
    const faults = options.faulty?.(target) ?? {};
    return new Proxy(target, {
      get(_target, name: keyof GraphStore) {
        if (name === 'stoppedBy') return (signal: AbortSignal) => withFaults(target.stoppedBy(signal));
        if (name === 'briefly') return (reading: Reading) => withFaults(target.briefly(reading));
        const value = faults[name] ?? target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const store = withFaults(real);
  const log: Record<string, unknown>[] = [];
  const folder = options.pages ?? writePages();
  const { faulty: _, store: __, pages: ___, jobs: makeJobs, ...serverOptions } = options;
  const jobs = makeJobs?.(store);
  const server = await startServer({
    ...serverOptions,
    ...(jobs === undefined ? {} : { jobs }),
    store,
    host: '127.0.0.1',
    port: 0,
    pages: folder,
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) }),
  });
  return {
    url: server.url,
    store: real,
    log,
    async close() {
      await Promise.all([server.close(), jobs?.close()]);
      await real.close();
      if (options.pages === undefined) rmSync(folder, { recursive: true });
    },
  };
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
    readonly extensions?: Record<string, unknown>;
  };
}

/** Asks as ordinary clients do: JSON by POST. */
export async function post(
  server: TestServer,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as GraphqlAnswer['body'] };
}
