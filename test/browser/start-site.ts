import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pino from 'pino';
import { createPipeline } from '../../ingest/pipeline.js';
import type { GraphBatch } from '../../src/model/records.js';
import { type ServerOptions, startServer } from '../../src/server/server.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { jobsOn } from '../jobs/jobs-on.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** The folders of `explorer/` that Vite builds, by the folder that the server looks for. */
const sources = { explorer: 'explorer', graphiql: 'explorer/graphiql' } as const;
export type PageName = keyof typeof sources;

/** Where the pages of this run of Jest lie once a test has built them; its global set-up makes the folder. */
const { DIPLOGRAPH_TEST_PAGES } = process.env;

/**
 * Builds the pages as they are in the tree now: what lies in `dist` may be older. The tests of a run build each once.
 *
 * @returns the folder to give to the server; whoever asked for it gives it to `removePages` in the end.
 */
export async function buildPages(names: readonly PageName[]): Promise<string> {
  const folder = DIPLOGRAPH_TEST_PAGES ?? (await mkdtemp(join(tmpdir(), 'diplograph-pages-')));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  for (const name of names) {
    if (existsSync(join(folder, name))) continue;
    // Beside it, so that a folder which exists is complete.
    const partial = await mkdtemp(join(folder, 'partial-'));
    // Without Jest's own NODE_ENV, which would have Vite build the pages for development.
    const env = { ...process.env, NODE_ENV: 'production' };
    await run(process.execPath, [vite, 'build', sources[name], '--outDir', partial], { cwd: root, env });
    // Where another worker was quicker, its pages are the same.
    await rename(partial, join(folder, name)).catch(() => rm(partial, { recursive: true }));
  }
  return folder;
}

async function ingestFiles(
  store: GraphStore,
  files: readonly string[],
  mostOfAFile = Number.POSITIVE_INFINITY,
): Promise<void> {
  const pipeline = await createPipeline();
  for (const file of files) {
    let read = 0;
    for await (const document of pipeline.read({ name: basename(file), bytes: await readFile(file) })) {
      await store.putDocument(pipeline.resolve(await pipeline.extract(document), document));
      read += 1;
      if (read >= mostOfAFile) break;
    }
  }
}

/** Every sample through the whole pipeline, as `diplograph ingest samples` does it. */
export async function ingestSamples(store: GraphStore): Promise<void> {
  const folder = join(root, 'samples');
  const names = (await readdir(folder)).filter((file) => file.endsWith('.txt'));
  await ingestFiles(
    store,
    names.map((name) => join(folder, name)),
  );
}

export interface Site {
  readonly url: string;
  /** The answer of the API, asked without a browser. */
  ask<T>(query: string, variables?: object): Promise<T>;
  close(): Promise<void>;
}

export type SiteContent =
  | 'samples'
  | { readonly batches: readonly GraphBatch[] }
  | {
      readonly files: readonly string[];
      /** Documents of each file at most; all where left out. */
      readonly mostOfAFile?: number;
    }
  /** Address of a store that is filled already. */
  | { readonly store: string };

/** Who may do what; nobody but readers may do anything where left out. */
export type SiteAccess = Pick<ServerOptions, 'adminToken' | 'readTokenRequired'>;

/** The real server over an embedded store, with the pages that were built. */
export async function startSite(pages: string, fill: SiteContent, access: SiteAccess = {}): Promise<Site> {
  const store = await openStore(fill !== 'samples' && 'store' in fill ? fill.store : 'sqlite::memory:');
  if (fill === 'samples') await ingestSamples(store);
  else if ('files' in fill) await ingestFiles(store, fill.files, fill.mostOfAFile);
  else if ('batches' in fill) for (const batch of fill.batches) await store.putDocument(batch);
  const logger = pino({ level: 'silent' });
  const jobs = jobsOn(store);
  const server = await startServer({ store, host: '127.0.0.1', port: 0, logger, pages, jobs, ...access });
  const { url } = server;
  return {
    url,
    close: async () => void (await Promise.all([server.close(), jobs.close()])),
    async ask<T>(query: string, variables: object = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(access.adminToken !== undefined && { authorization: `Bearer ${access.adminToken}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}

/** Those that a run of Jest shares stay until its end. */
export async function removePages(folder: string): Promise<void> {
  if (folder !== DIPLOGRAPH_TEST_PAGES) await rm(folder, { recursive: true });
}
