import { BadArgumentError } from '../errors.js';
import { collectOften } from './collect-often.js';
import { finishLoad } from './finish-load.js';
import { signalExitCode } from './interruption.js';
import type { Session } from './session.js';
import { configFrom, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';
import { makeFolder } from './write-atomically.js';

/** Name of the format: no stream of text like the others, but a folder of files. */
export const neo4jAdmin = 'neo4j-admin';
const scheme = 'sqlite:';

class Interrupted extends Error {}

/** What a shell takes as one word. */
function word(argument: string): string {
  return /^[\w.,:=+/-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}

interface ImportOptions extends StoreOption {
  /** Threads that write. */
  readonly jobs?: number;
}

/**
 * Writes a store on SQLite as files of which `neo4j-admin database import` makes a database, and prints the command: the quickest road
 * for an archive into an empty Neo4j.
 */
export async function exportNeo4jAdmin(
  folder: string | undefined,
  options: ImportOptions,
  session: Session,
): Promise<void> {
  const config = configFrom(options);
  if (folder === undefined) {
    throw new BadArgumentError(`The format ${neo4jAdmin} is a folder of files.`, 'Name it with -o.');
  }
  if (!config.store.startsWith(scheme)) {
    throw new BadArgumentError(
      `The format ${neo4jAdmin} is written of a store on SQLite.`,
      'Ingest into sqlite:FILE first, and export that; a database of Neo4j is copied with "neo4j-admin database dump".',
    );
  }
  await makeFolder(folder);
  // What a load left that was cut off belongs to the store.
  await withStore(config, (store) => finishLoad(store, session.terminal));
  collectOften();
  // Only now: the other formats need neither back end but the store's own.
  const { writeImportFiles } = await import('./write-import-files.js');
  const stop = new AbortController();
  void session.interruption.received.then(() => stop.abort(new Interrupted()));
  try {
    const { nodes, relationships, command } = await writeImportFiles(config.store.slice(scheme.length), {
      ...{ folder, jobs: options.jobs ?? 1, stop: stop.signal },
      told: (documents) => session.terminal.progress(`${documents} documents written`),
    });
    await session.terminal.write(
      `${nodes} nodes and ${relationships} relationships. In that folder, with Neo4j stopped and without a database of that name:\n\nneo4j-admin ${command.map(word).join(' ')}\n`,
    );
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    session.end(signalExitCode(await session.interruption.received));
  }
}
