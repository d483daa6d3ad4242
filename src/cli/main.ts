#!/usr/bin/env node
import { CommanderError } from 'commander';
import { watchInterruption } from './interruption.js';
import { createProgram } from './program.js';
import { createTerminal, exitCodeOf } from './terminal.js';

const usageExitCode = 2;
const verbose = () => process.argv.includes('--verbose') || Boolean(process.env.DEBUG);

const terminal = createTerminal(verbose);
const program = createProgram({
  terminal,
  interruption: watchInterruption(),
  end(exitCode) {
    process.exitCode = exitCode;
  },
});

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed its own errors, and help and version are none.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
  else {
    terminal.report(error);
    process.exitCode = exitCodeOf(error);
  }
}

// A standard input that nobody closes, or a connection kept alive, must not keep a finished program.
process.stdout.write('', () => process.exit());
