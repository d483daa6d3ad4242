import { once } from 'node:events';
import { DiplographError, errorCodes } from '../errors.js';

/** Results go to standard output and nothing else does; progress and errors go to standard error. */
export interface Terminal {
  /** Resolves when the reader keeps up, so that a slow pipe doesn't fill the memory. */
  write(text: string | Uint8Array): Promise<void>;
  /** One line that the next one replaces; nothing where nobody looks on. */
  progress(line: string): void;
  /** One line on standard error: what is wrong, where, and what to do. */
  report(error: unknown): void;
}

/** Between two drawings of the line of progress. */
const redrawMs = 80;
const defectExitCode = 70;
const defectCure = 'This is a defect of Diplograph: please report it with the output of --verbose.';

export function exitCodeOf(error: unknown): number {
  return error instanceof DiplographError ? errorCodes[error.code].exitCode : defectExitCode;
}

/** @returns One line, whatever stands in the message. */
export function errorLine(error: unknown): string {
  const text =
    error instanceof DiplographError
      ? `${error.message} ${error.cure}`
      : `${error instanceof Error ? error.message : String(error)} ${defectCure}`;
  return `diplograph: ${text.replace(/\s+/g, ' ').trim()}\n`;
}

/** A reader that has seen enough (`| head`) is no error. */
function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

export function createTerminal(verbose: () => boolean): Terminal {
  endQuietlyWithReader();
  let drawnAt = 0;
  let drawn = false;
  const clear = () => {
    if (drawn) process.stderr.write('\r\x1b[K');
    drawn = false;
  };
  return {
    async write(text) {
      clear();
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    progress(line) {
      if (!process.stderr.isTTY || performance.now() - drawnAt < redrawMs) return;
      drawnAt = performance.now();
      drawn = true;
      process.stderr.write(`\r\x1b[K${line.slice(0, process.stderr.columns - 1)}`);
    },
    report(error) {
      clear();
      process.stderr.write(errorLine(error));
      if (verbose() && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
      if (verbose() && error instanceof Error && error.cause instanceof Error) {
        process.stderr.write(`caused by ${error.cause.stack ?? error.cause.message}\n`);
      }
    },
  };
}
