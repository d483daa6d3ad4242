import { constants } from 'node:os';
import { setImmediate } from 'node:timers/promises';

export type Signal = 'SIGINT' | 'SIGTERM';

/** What shells expect of a program that a signal ended. */
export function signalExitCode(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/**
 * Lets a command finish the document or the requests that it is at when somebody presses Ctrl-C. Pressed twice, the
 * process ends at once, and the store rolls the transaction back.
 */
export interface Interruption {
  /** Resolves with the first signal. */
  readonly received: Promise<Signal>;
  /** Gives signals their turn (a run over SQLite never waits) and tells which one came. */
  check(): Promise<Signal | null>;
}

export function watchInterruption(): Interruption {
  let first: Signal | null = null;
  const received = new Promise<Signal>((resolve) => {
    const onSignal = (signal: Signal) => {
      if (first !== null) process.exit(signalExitCode(signal));
      first = signal;
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  return {
    received,
    async check() {
      await setImmediate();
      return first;
    },
  };
}
