import type { Interruption } from './interruption.js';
import type { Terminal } from './terminal.js';

/** What every command gets from `main.ts`. */
export interface Session {
  readonly terminal: Terminal;
  readonly interruption: Interruption;
  /** Says with which code the process is to end, once everything is written. */
  end(exitCode: number): void;
}
