import { BusyError } from '../errors.js';

export interface GateLimits {
  /** How many may be inside at once. */
  readonly atOnce: number;
  /** How many more may wait, and for how long each. */
  readonly waiting: number;
  readonly waitMs: number;
}

const retryAfterSeconds = 2;

/** Lets so many in at once; a few more wait in line, and who comes later is sent away at once. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #line = new Set<() => void>();
  #inside = 0;

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  /**
   * @param signal - Aborted when who waits goes away.
   * @returns What to call when it is done; a second call does nothing.
   * @throws {BusyError} when the line is full, or the wait too long.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#inside < this.#limits.atOnce) this.#inside += 1;
    else await this.#wait(signal);
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const [next] = this.#line;
      if (next) next();
      else this.#inside -= 1;
    };
  }

  /** Resolves when somebody who leaves hands over the place. */
  #wait(signal: AbortSignal): Promise<void> {
    const { waiting, waitMs } = this.#limits;
    if (this.#line.size >= waiting) {
      throw new BusyError('The server is answering as much as it can.', retryAfterSeconds);
    }
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => () => {
        this.#line.delete(enter);
        clearTimeout(timer);
        signal.removeEventListener('abort', goAway);
        end();
      };
      const enter = settle(resolve);
      const goAway = settle(() => reject(signal.reason as Error));
      const tooLong = settle(() =>
        reject(new BusyError('The server is answering as much as it can.', retryAfterSeconds)),
      );
      const timer = setTimeout(tooLong, waitMs);
      signal.addEventListener('abort', goAway);
      this.#line.add(enter);
    });
  }
}
