import { EventEmitter } from 'node:events';
import { BusyError } from '../errors.js';
import { type IngestJob, isFinished } from '../model/ingest-job.js';

const mostWatchers = 100;

/**
 * Tells whoever looks on that a job has changed; they read what it is now. So nothing is kept for those who read
 * slowly, and what has been left out was out of date.
 */
export class Watchers {
  readonly #changes = new EventEmitter().setMaxListeners(mostWatchers);
  readonly #ends = new Set<() => void>();

  get size(): number {
    return this.#ends.size;
  }

  tell(id: string): void {
    this.#changes.emit(id);
  }

  end(): void {
    for (const end of this.#ends) end();
  }

  /** @param current - The job as it stands; `null` when it has been forgotten. */
  watch(id: string, current: () => IngestJob | null): AsyncIterableIterator<IngestJob> {
    if (this.#ends.size >= mostWatchers) throw new BusyError('Too many are looking on already.');
    let seen: IngestJob | null = null;
    let isOver = false;
    let wake = (): void => undefined;
    const onChange = (): void => wake();
    const end = (): void => {
      isOver = true;
      this.#ends.delete(end);
      this.#changes.off(id, onChange);
      wake();
    };
    this.#ends.add(end);
    this.#changes.on(id, onChange);
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        while (!isOver) {
          const job = current();
          if (job === null) end();
          else if (job !== seen) {
            seen = job;
            if (isFinished(job)) end();
            return { value: job, done: false };
          } else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
        return { value: undefined, done: true };
      },
      async return() {
        end();
        return { value: undefined, done: true };
      },
    };
  }
}
