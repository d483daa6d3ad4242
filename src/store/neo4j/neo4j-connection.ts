import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { AutoCommitReads } from './auto-commit-reads.js';
import { translateHandshakeError, translateNeo4jError } from './neo4j-error.js';
import { rowsOf, toNeo4j } from './neo4j-value.js';
import { SilenceWatch } from './silence-watch.js';

export interface Neo4jCredentials {
  readonly user: string;
  readonly password: string;
}

/** Runs one statement. The keys of `Row` are the names that the statement returns. */
export type RunCypher = <Row>(cypher: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Row[]>;

/** How soon it is said that nothing listens at an address. */
const connectTimeoutMs = 2_000;
const acquireTimeoutMs = 20_000;
/** Deadlocks and changes of a cluster's leader are tried again for this long. */
const retryTimeoutMs = 15_000;
/** How long a close waits for the server to drop what was stopped. */
const closeTimeoutMs = 1_000;

/** All records of an answer in one message: none is of use before the last. */
const allAtOnce = -1;

/** What is printed of an address: never its user, password or routing context. */
export function printableAddress(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/** What a connection and its stoppable views share. */
interface Server {
  readonly address: string;
  readonly driver: Driver;
  readonly bookmarkManager: BookmarkManager;
  readonly watch: SilenceWatch;
  /** Sessions that nobody waits for any more. */
  readonly left: Set<Promise<void>>;
}

/** What ends with the one who asked for it. */
interface Closable {
  close(): Promise<void>;
}

/**
 * A driver whose changes run in managed transactions, which are tried again where the driver knows that it helps, and whose reads
 * run statement by statement (decision 0032). One bookmark manager for all sessions: a read sees every write made through this
 * connection before, on whichever member of a cluster it runs.
 */
export class Neo4jConnection {
  readonly #server: Server;
  readonly #signal: AbortSignal | null;

  private constructor(server: Server, signal: AbortSignal | null) {
    this.#server = server;
    this.#signal = signal;
  }

  static to(url: string, { user, password }: Neo4jCredentials): Neo4jConnection {
    const address = printableAddress(url);
    const open = (): Driver =>
      neo4j.driver(url, neo4j.auth.basic(user, password), {
        connectionTimeout: connectTimeoutMs,
        connectionAcquisitionTimeout: acquireTimeoutMs,
        maxTransactionRetryTime: retryTimeoutMs,
        userAgent: 'diplograph',
        disableLosslessIntegers: true,
      });
    const bookmarkManager = neo4j.bookmarkManager();
    const watch = new SilenceWatch(address, open);
    return new Neo4jConnection({ address, driver: open(), bookmarkManager, watch, left: new Set() }, null);
  }

  get address(): string {
    return this.#server.address;
  }

  /** The same server, as `GraphStore.stoppedBy` says. */
  stoppedBy(signal: AbortSignal): Neo4jConnection {
    return new Neo4jConnection(this.#server, signal);
  }

  /** @returns What the server calls itself: "Neo4j/5.26.30". */
  async serverAgent(): Promise<string> {
    try {
      const info = await this.#server.driver.getServerInfo();
      return info.agent ?? '';
    } catch (error) {
      throw translateHandshakeError(error, this.address);
    }
  }

  /** @throws {StoreUnavailableError} when the server doesn't answer within a second. */
  ping(): Promise<void> {
    return this.#server.watch.answers();
  }

  async read<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    this.#signal?.throwIfAborted();
    return this.#read(work, this.#signal);
  }

  /** A read that belongs to a change, which nothing stops. */
  readForChange<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#read(work, null);
  }

  async write<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    const { driver, bookmarkManager } = this.#server;
    const session = driver.session({ bookmarkManager });
    const done = this.#translated(() => session.executeWrite((transaction) => work(runIn(transaction))));
    return this.#unlessStopped(done, session, null);
  }

  async close(): Promise<void> {
    const { driver, watch, left } = this.#server;
    const over = new AbortController();
    const timeout = pause(closeTimeoutMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([Promise.all(left), timeout]);
    over.abort();
    await Promise.all([driver.close(), watch.close()]);
  }

  #read<T>(work: (run: RunCypher) => Promise<T>, signal: AbortSignal | null): Promise<T> {
    const { driver, bookmarkManager } = this.#server;
    const open = () => driver.session({ defaultAccessMode: neo4j.session.READ, bookmarkManager, fetchSize: allAtOnce });
    const reads = new AutoCommitReads(open, retryTimeoutMs);
    return this.#unlessStopped(
      this.#translated(() => work(reads.run)),
      reads,
      signal,
    );
  }

  /** Waits no longer than until the signal or the watch says so; what is under way is then dropped. */
  async #unlessStopped<T>(done: Promise<T>, work: Closable, signal: AbortSignal | null): Promise<T> {
    // A view of the store that nothing stops waits for as long as the driver does.
    if (this.#signal === null) {
      try {
        return await done;
      } finally {
        await work.close();
      }
    }
    const { watch, left } = this.#server;
    const over = new AbortController();
    try {
      const stops = [watch.silence(over.signal), ...(signal === null ? [] : [aborted(signal, over.signal)])];
      return await Promise.race([done, ...stops]);
    } finally {
      over.abort();
      // Nobody waits for it: a server that is away never resets a connection.
      const leaving = work
        .close()
        .catch(() => undefined)
        .finally(() => left.delete(leaving));
      left.add(leaving);
    }
  }

  async #translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw translateNeo4jError(error, this.address);
    }
  }
}

function aborted(signal: AbortSignal, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: over });
  });
}

function runIn(transaction: ManagedTransaction): RunCypher {
  return async <Row>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    const { records } = await transaction.run(cypher, toNeo4j(parameters));
    return rowsOf<Row>(records);
  };
}
