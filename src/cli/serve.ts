import { Command } from 'commander';
import pino from 'pino';
import type { Config, LlmConfig } from '../config.js';
import { createIngestJobs } from '../jobs/ingest-queue.js';
import type { GraphStore } from '../store/graph-store.js';
import { allowedAddresses } from './allowed-addresses.js';
import { collectOften } from './collect-often.js';
import { finishLoad } from './finish-load.js';
import { ingestDocuments } from './ingest-documents.js';
import { ingestJobRunner } from './ingest-job-runner.js';
import { renderIngestReport } from './ingest-summary.js';
import { type Signal, signalExitCode } from './interruption.js';
import { builtPages } from './package-root.js';
import type { Session } from './session.js';
import { wholeArchive } from './shard.js';
import {
  type AuthorityOption,
  addAuthorityOption,
  addExtractorOption,
  addStoreOption,
  configFrom,
  type ExtractorOption,
  llmFrom,
  type StoreOption,
} from './shared-options.js';
import { withStore } from './with-store.js';

interface ServeOptions extends StoreOption, AuthorityOption, ExtractorOption {
  readonly host?: string;
  readonly port?: string;
  readonly ingestIfEmpty?: readonly string[];
}

/** How documents are read, those at the start and those that come over the network. */
interface Reading {
  readonly authorities: readonly string[];
  readonly llm: LlmConfig | undefined;
}

/** @returns The signal that interrupted it. */
async function ingestIfEmpty(
  store: GraphStore,
  paths: readonly string[],
  reading: Reading,
  session: Session,
): Promise<Signal | null> {
  if (paths.length === 0 || (await store.stats()).documents > 0) return null;
  const { run, summary } = await ingestDocuments(store, {
    paths,
    jobs: 1,
    shard: wholeArchive,
    ...reading,
    ...session,
  });
  await session.terminal.write(renderIngestReport(summary, run, await store.stats()));
  return run.signal;
}

async function serve(store: GraphStore, config: Config, reading: Reading, session: Session): Promise<void> {
  // Only now: no other command needs the schema, what serves it, and a way into the network.
  const [{ startServer }, { fetchAllowed }] = await Promise.all([
    import('../server/server.js'),
    import('./fetch-allowed.js'),
  ]);
  // Standard output is for the addresses.
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const allowed = allowedAddresses(config.ingestUrls);
  const jobs = createIngestJobs({
    run: ingestJobRunner({
      store,
      ...reading,
      fetchInto: (url, file, signal) => fetchAllowed(url, file, allowed, signal),
    }),
    checkUrl: (url) => void allowed.check(url),
    defect: (err, { id }) => logger.error({ err, job: id }, 'a job failed unexpectedly'),
  });
  const server = await startServer({
    store,
    jobs,
    host: config.host,
    port: config.port,
    adminToken: config.adminToken,
    readTokenRequired: config.readTokenRequired,
    introspection: config.introspection,
    corsOrigins: config.corsOrigins,
    persistedDocuments: config.persistedDocuments,
    executionLimits: { seconds: config.querySeconds, atOnce: config.queriesAtOnce },
    pages: builtPages(),
    logger,
  });
  await session.terminal.write(
    `explorer   ${server.url}/\n${config.introspection ? 'GraphiQL' : 'GraphQL '}   ${server.url}/graphql\nstore      ${store.address}\nCtrl-C stops the server.\n`,
  );
  await session.interruption.received;
  await Promise.all([server.close(), jobs.close()]);
}

export function serveCommand(session: Session): Command {
  const command = new Command('serve')
    .description('Serve GraphQL and GraphiQL at /graphql and the explorer at /.')
    .option('--port <number>', 'port to listen on, 0 for any; PORT where not given, else 4000')
    .option('--host <name>', 'address to listen on; HOST where not given, else 127.0.0.1')
    .option('--ingest-if-empty <path...>', 'ingest these first where the store holds no document');
  addAuthorityOption(command);
  addExtractorOption(command);
  addStoreOption(command);
  return command.action(async (options: ServeOptions) => {
    const config = configFrom(options);
    collectOften();
    const reading = { authorities: options.authority, llm: llmFrom(options) };
    await withStore(config, async (store) => {
      const signal = await ingestIfEmpty(store, options.ingestIfEmpty ?? [], reading, session);
      if (signal !== null) {
        session.end(signalExitCode(signal));
        return;
      }
      // Of a first load that was killed, what it kept would be in no answer until the next ingest.
      await finishLoad(store, session.terminal);
      await serve(store, config, reading, session);
    });
  });
}
