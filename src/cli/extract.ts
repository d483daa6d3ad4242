import { join } from 'node:path';
import { Command } from 'commander';
import { DiplographError } from '../errors.js';
import { documentName } from './document-name.js';
import { reportModelFailure } from './model-report.js';
import { exitCodeOfRun, runOverDocuments } from './run.js';
import type { Session } from './session.js';
import {
  type AuthorityOption,
  addAuthorityOption,
  addExtractorOption,
  addPathsArgument,
  type ExtractorOption,
  llmFrom,
} from './shared-options.js';
import { makeFolder, writeAtomically } from './write-atomically.js';

interface ExtractOptions extends AuthorityOption, ExtractorOption {
  readonly out?: string;
  readonly withText?: boolean;
}

export function extractCommand(session: Session): Command {
  const command = new Command('extract')
    .description(
      'Print the graph of each document as one JSON object a line, or write DIR/NAME.json for each. No store.',
    )
    .option('--out <dir>', 'write one file for each document into this folder')
    .option('--with-text', 'put the text as received into the output');
  addPathsArgument(command);
  addAuthorityOption(command);
  addExtractorOption(command);
  return command.action(async (paths: string[], options: ExtractOptions) => {
    const llm = llmFrom(options);
    if (options.out !== undefined) await makeFolder(options.out);
    const written = new Map<string, string>();
    let incomplete = 0;
    const outcome = await runOverDocuments(
      { paths, authorities: options.authority, llm, ...session },
      async (read, pipeline) => {
        const graph = await pipeline.extract(read.document);
        if (reportModelFailure(session.terminal, read, graph.document.coverage)) incomplete += 1;
        const { text: _text, ...document } = graph.document;
        const printed = {
          ...graph,
          document: options.withText === true ? { ...document, text: read.document.text } : document,
        };
        if (options.out === undefined) {
          await session.terminal.write(`${JSON.stringify(printed)}\n`);
          return;
        }
        const file = join(options.out, `${documentName(read)}.json`);
        const earlier = written.get(file);
        if (earlier !== undefined) {
          throw new DiplographError(
            'BAD_ARGUMENT',
            `${file} was written for ${earlier} and would be written again for ${read.place}.`,
            'Rename one of them, or use another folder for each.',
          );
        }
        written.set(file, read.place);
        await writeAtomically(file, `${JSON.stringify(printed, null, 1)}\n`);
      },
    );
    session.end(exitCodeOfRun(outcome, incomplete));
  });
}
