import { setTimeout as pause } from 'node:timers/promises';
import { isRetryableError, type Session } from 'neo4j-driver';
import type { RunCypher } from './neo4j-connection.js';
import { rowsOf, toNeo4j } from './neo4j-value.js';

/** As the driver does it for managed transactions: each wait is twice the one before, give or take a fifth. */
const firstWaitMs = 1_000;
const timesLonger = 2;
const jitter = 0.2;

/**
 * The statements of one read, each a transaction of its own that the server begins and ends with it: one message, where a
 * managed transaction takes three, one after the other. What is asked together goes over connections of its own.
 *
 * The driver tries none of these again, since it can't know that nothing was written; a read is.
 */
export class AutoCommitReads {
  readonly #open: () => Session;
  readonly #retryMs: number;
  readonly #underWay = new Set<Session>();
  readonly #over = new AbortController();

  /**
   * @param open - Opens a session for reading.
   * @param retryMs - Failures are tried again for this long after the first.
   */
  constructor(open: () => Session, retryMs: number) {
    this.#open = open;
    this.#retryMs = retryMs;
  }

  readonly run: RunCypher = async <Row>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    const converted = toNeo4j(parameters);
    let end = Number.POSITIVE_INFINITY;
    for (let waitMs = firstWaitMs; ; waitMs *= timesLonger) {
      try {
        return await this.#once<Row>(cypher, converted);
      } catch (error) {
        end = Math.min(end, Date.now() + this.#retryMs);
        if (!isRetryableError(error) || Date.now() > end) throw error;
      }
      await pause(waitMs * (1 + jitter * (2 * Math.random() - 1)), undefined, { signal: this.#over.signal });
    }
  };

  /** Drops what is under way: its connection is reset, on which the server ends the statement whatever it is doing. */
  async close(): Promise<void> {
    this.#over.abort();
    await Promise.all([...this.#underWay].map((session) => session.close()));
  }

  async #once<Row>(cypher: string, parameters: unknown): Promise<Row[]> {
    this.#over.signal.throwIfAborted();
    const session = this.#open();
    this.#underWay.add(session);
    try {
      const { records } = await session.run(cypher, parameters);
      return rowsOf<Row>(records);
    } finally {
      this.#underWay.delete(session);
      await session.close();
    }
  }
}
