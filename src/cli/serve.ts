import { Command } from 'commander';
import pino from 'pino';
import type { Config } from '../config.js';
import { startServer } from '../server/server.js';
import type { GraphStore } from '../store/graph-store.js';
import { ingestDocuments } from './ingest-documents.js';
import { renderIngestReport } from './ingest-summary.js';
import { type Signal, signalExitCode } from './interruption.js';
import { builtPages } from './package-root.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';

interface ServeOptions extends StoreOption {
  readonly host?: string;
  readonly port?: string;
  readonly ingestIfEmpty?: readonly string[];
}

/** @returns The signal that interrupted it. */
async function ingestIfEmpty(store: GraphStore, paths: readonly string[], session: Session): Promise<Signal | null> {
  if (paths.length === 0 || (await store.stats()).documents > 0) return null;
  const { run, summary } = await ingestDocuments(store, { paths, authorities: [], ...session });
  await session.terminal.write(renderIngestReport(summary, run, await store.stats()));
  return run.signal;
}

async function serve(store: GraphStore, config: Config, session: Session): Promise<void> {
  const server = await startServer({
    store,
    host: config.host,
    port: config.port,
    adminToken: config.adminToken,
    readTokenRequired: config.readTokenRequired,
    introspection: config.introspection,
    corsOrigins: config.corsOrigins,
    persistedDocuments: config.persistedDocuments,
    executionLimits: { seconds: config.querySeconds, atOnce: config.queriesAtOnce },
    pages: builtPages(),
    // Standard output is for the addresses.
    logger: pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true })),
  });
  await session.terminal.write(
    `explorer   ${server.url}/\n${config.introspection ? 'GraphiQL' : 'GraphQL '}   ${server.url}/graphql\nstore      ${store.address}\nCtrl-C stops the server.\n`,
  );
  await session.interruption.received;
  await server.close();
}

export function serveCommand(session: Session): Command {
  const command = new Command('serve')
    .description('Serve GraphQL and GraphiQL at /graphql and the explorer at /.')
    .option('--port <number>', 'port to listen on, 0 for any; PORT where not given, else 4000')
    .option('--host <name>', 'address to listen on; HOST where not given, else 127.0.0.1')
    .option('--ingest-if-empty <path...>', 'ingest these first where the store holds no document');
  addStoreOption(command);
  return command.action(async (options: ServeOptions) => {
    const config = configFrom(options);
    await withStore(config, async (store) => {
      const signal = await ingestIfEmpty(store, options.ingestIfEmpty ?? [], session);
      if (signal === null) await serve(store, config, session);
      else session.end(signalExitCode(signal));
    });
  });
}
