import { Command } from 'commander';
import { evaluateCommand } from './evaluate.js';
import { exportCommand } from './export.js';
import { extractCommand } from './extract.js';
import { ingestCommand } from './ingest.js';
import { ledgerCommand } from './ledger.js';
import { packageVersion } from './package-root.js';
import { reviewCommand } from './review.js';
import { serveCommand } from './serve.js';
import type { Session } from './session.js';
import { statsCommand } from './stats.js';
import { tokenCommand } from './token.js';

const exitCodes = `
Exit codes:
  0    done
  2    wrong arguments or configuration
  3    something could not be read; everything else went through
  4    the store is missing, refuses, or is no store of this version
  5    the address is in use
  70   a defect of Diplograph
  130  stopped by Ctrl-C (143 by SIGTERM), after the document under way
`;

/** The command line. A new command is a file of this folder and a line here. */
export function createProgram(session: Session): Command {
  const program = new Command('diplograph')
    .description('Turns diplomatic archive documents into a knowledge graph, and serves it over GraphQL.')
    .version(packageVersion());
  const commands = [
    extractCommand,
    ingestCommand,
    reviewCommand,
    ledgerCommand,
    serveCommand,
    tokenCommand,
    exportCommand,
    statsCommand,
    evaluateCommand,
  ];
  for (const create of commands) program.addCommand(create(session));
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command
      .addHelpText('after', exitCodes)
      .option('--verbose', 'show where an error comes from; DEBUG=1 does the same')
      .exitOverride()
      // One line, like every other error; what to do about it is in the help.
      .configureOutput({
        outputError: (text, write) => {
          const wrong = text
            .replace(/^error: /, '')
            .trim()
            .replace(/\.$/, '');
          write(`diplograph: ${wrong}. "diplograph --help" shows what there is.\n`);
        },
      });
  }
  return program;
}
