import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startServer } from '../../src/server/server.js';
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
 * @param faulty - Makes of the real store one that fails in the way the test is about.
 */
export async function startTestServer(
  options: {
    readonly faulty?: (store: GraphStore) => Partial<GraphStore>;
    readonly pages?: string;
    readonly stopTimeoutMs?: number;
    readonly adminToken?: string;
    readonly readTokenRequired?: boolean;
  } = {},
): Promise<TestServer> {
  const real = await openStore('sqlite::memory:');
  for (const batch of embassyJournal) await real.putDocument(batch);
  const faults = options.faulty?.(real) ?? {};
  const store = new Proxy(real, {
    get(target, name: keyof GraphStore) {
      const value = faults[name] ?? target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const log: Record<string, unknown>[] = [];
  const folder = options.pages ?? writePages();
  const server = await startServer({
    store,
    host: '127.0.0.1',
    port: 0,
    pages: folder,
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(JSON.parse(line)) }),
    adminToken: options.adminToken,
    readTokenRequired: options.readTokenRequired ?? false,
    ...(options.stopTimeoutMs === undefined ? {} : { stopTimeoutMs: options.stopTimeoutMs }),
  });
  return {
    url: server.url,
    store: real,
    log,
    async close() {
      await server.close();
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
