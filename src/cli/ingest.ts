import { Command } from 'commander';
import { collectOften } from './collect-often.js';
import { ingestDocuments } from './ingest-documents.js';
import { renderDocumentCoverage, renderIngestReport } from './ingest-summary.js';
import { exitCodeOfRun } from './run.js';
import type { Session } from './session.js';
import { parseShard, type Shard, wholeArchive } from './shard.js';
import {
  type AuthorityOption,
  addAuthorityOption,
  addExtractorOption,
  addPathsArgument,
  addStoreOption,
  configFrom,
  type ExtractorOption,
  llmFrom,
  positiveNumber,
  type StoreOption,
} from './shared-options.js';
import { withStore } from './with-store.js';

type IngestCommandOptions = AuthorityOption &
  ExtractorOption &
  StoreOption & { readonly jobs: number; readonly shard: Shard };

export function ingestCommand(session: Session): Command {
  const command = new Command('ingest').description(
    'Extract documents, link them to what the store knows, and store them. Safe to repeat and to interrupt.',
  );
  addPathsArgument(command);
  addAuthorityOption(command);
  addExtractorOption(command);
  addStoreOption(command);
  command
    .option('--jobs <number>', 'documents to extract at once, each in a thread of its own', positiveNumber, 1)
    .option(
      '--shard <part>',
      'of several processes that share the documents: which, as in 2/8',
      parseShard,
      wholeArchive,
    );
  return command.action(async (paths: string[], options: IngestCommandOptions) => {
    collectOften();
    const llm = llmFrom(options);
    await withStore(configFrom(options), async (store) => {
      const { run, summary } = await ingestDocuments(
        store,
        { paths, authorities: options.authority, llm, jobs: options.jobs, shard: options.shard, ...session },
        (id, outcome, coverage) => session.terminal.write(renderDocumentCoverage(id, outcome, coverage)),
      );
      await session.terminal.write(renderIngestReport(summary, run, await store.stats()));
      session.end(exitCodeOfRun(run, summary.incomplete));
    });
  });
}
