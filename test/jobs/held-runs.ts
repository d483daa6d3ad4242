import { readFileSync } from 'node:fs';
import type { JobInput, JobTurn } from '../../src/jobs/ingest-jobs.js';
import { createIngestJobs } from '../../src/jobs/ingest-queue.js';

/** A run that the test holds: it goes on, and ends, when the test says so. */
export interface HeldRun {
  readonly input: JobInput;
  readonly turn: JobTurn;
  readonly text: string | null;
  finish(): void;
  fail(error: unknown): void;
}

/** Jobs whose runs do nothing but wait for the test. */
export function heldJobs() {
  const runs: HeldRun[] = [];
  const defects: unknown[] = [];
  let arrived = (): void => undefined;
  const jobs = createIngestJobs({
    run: (input, turn) =>
      new Promise<void>((finish, fail) => {
        const text = 'file' in input.source ? readFileSync(input.source.file, 'utf8') : null;
        runs.push({ input, turn, text, finish, fail });
        turn.signal.addEventListener('abort', () => fail(turn.signal.reason as Error));
        arrived();
      }),
    checkUrl(url) {
      if (!url.startsWith('https://allowed.example/')) throw new Error('It is not allowed.');
    },
    defect: (error) => defects.push(error),
  });
  return {
    jobs,
    runs,
    defects,
    /** The run with this number, once it has begun. */
    async run(number: number): Promise<HeldRun> {
      for (;;) {
        const run = runs[number];
        if (run !== undefined) return run;
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
    },
  };
}

export async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
