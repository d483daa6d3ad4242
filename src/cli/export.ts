import { Command, Option } from 'commander';
import { layoutNames } from '../drawing/layouts.js';
import { BadArgumentError } from '../errors.js';
import { type ExportArguments, exportFilter } from '../export/export-filter.js';
import { exportedGraph } from '../export/exported-graph.js';
import { exportFormat, exportFormats } from '../export/formats.js';
import { exportNeo4jAdmin, neo4jAdmin } from './export-neo4j-admin.js';
import { type Interruption, signalExitCode } from './interruption.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, positiveNumber, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';
import { writeChunksAtomically } from './write-atomically.js';

interface ExportOptions extends StoreOption, ExportArguments {
  readonly format: string;
  readonly out?: string;
  readonly jobs?: number;
}

type Chunks = AsyncIterable<string | Uint8Array>;

class Interrupted extends Error {}

/** Ends with an `Interrupted` at the first signal, so that an unfinished file goes away. */
async function* untilInterrupted(chunks: Chunks, interruption: Interruption): AsyncGenerator<string | Uint8Array> {
  for await (const chunk of chunks) {
    if ((await interruption.check()) !== null) throw new Interrupted();
    yield chunk;
  }
}

async function* withProgress(chunks: Chunks, session: Session): AsyncGenerator<string | Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytes += Buffer.byteLength(chunk);
    session.terminal.progress(`${(bytes / 1e6).toFixed(1)} MB written`);
  }
}

async function write(chunks: Chunks, out: string | undefined, session: Session): Promise<void> {
  if (out !== undefined) await writeChunksAtomically(out, withProgress(chunks, session));
  else for await (const chunk of chunks) await session.terminal.write(chunk);
}

export function exportCommand(session: Session): Command {
  const several = (value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value];
  const command = new Command('export')
    .description('Write the graph to a file: every edge with its first quotation and the place of it.')
    .addOption(
      new Option('--format <name>', 'what to write')
        .choices([...exportFormats.map(({ name }) => name), neo4jAdmin])
        .makeOptionMandatory(),
    )
    .option('-o, --out <file>', `file to write; standard output where not given; for ${neo4jAdmin} a folder`)
    .option('--kinds <names>', 'only entities of these kinds, as PERSON,PLACE; DOCUMENT for documents', several)
    .option('--types <names>', 'only relations of these types', several)
    .option('--modality <names>', 'only what is told in one of these ways', several)
    .option('--limit <number>', 'only the entities with the greatest weighted degree, so many')
    .option(
      '--layout <name>',
      `places, sizes, communities and centralities too, with --limit: ${layoutNames.join(', ')}`,
    )
    .option('--jobs <number>', `threads that write, for ${neo4jAdmin}`, positiveNumber);
  addStoreOption(command);
  return command.action(async ({ out, ...options }: ExportOptions) => {
    if (options.format === neo4jAdmin) return exportNeo4jAdmin(out, options, session);
    if (options.jobs !== undefined) {
      throw new BadArgumentError(
        `The format ${options.format} is one file, which one thread writes.`,
        `Leave out --jobs; it is for ${neo4jAdmin}.`,
      );
    }
    const format = exportFormat(options.format);
    const filter = exportFilter(options);
    if (format.isBinary === true && out === undefined && process.stdout.isTTY) {
      throw new BadArgumentError(
        `A terminal can't show the format ${format.name}.`,
        `Name a file with -o, such as ${format.fileName}.`,
      );
    }
    await withStore(configFrom(options), async (store) => {
      try {
        const chunks = untilInterrupted(format.write(exportedGraph(store, filter)), session.interruption);
        await write(chunks, out, session);
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        session.end(signalExitCode((await session.interruption.check()) ?? 'SIGINT'));
      }
    });
  });
}
