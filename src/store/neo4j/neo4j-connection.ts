import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { translateHandshakeError, translateNeo4jError } from './neo4j-error.js';
import { checkNumbers, toNeo4j } from './neo4j-value.js';
import { SilenceWatch } from './silence-watch.js';

export interface Neo4jCredentials {
  readonly user: string;
  readonly password: string;
}

/** Runs one statement of a transaction. The keys of `Row` are the names that the statement returns. */
export type RunCypher = <Row>(cypher: string, parameters?: Readonly<Record<string, unknown>>) => Promise<Row[]>;

/** How soon it is said that nothing listens at an address. */
const connectTimeoutMs = 2_000;
const acquireTimeoutMs = 20_000;
/** Deadlocks and changes of a cluster's leader are tried again for this long. */
const retryTimeoutMs = 15_000;
/** How long a close waits for the server to drop what was stopped. */
const closeTimeoutMs = 1_000;

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

/**
 * A driver whose work runs in managed transactions, which are tried again where the driver knows that it helps.
 * One bookmark manager for all sessions: a read sees every write made through this connection before, on whichever
 * member of a cluster it runs.
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
    return this.#transaction('READ', work, this.#signal);
  }

  /** A read that belongs to a change, which nothing stops. */
  readForChange<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#transaction('READ', work, null);
  }

  write<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#transaction('WRITE', work, null);
  }

  async close(): Promise<void> {
    const { driver, watch, left } = this.#server;
    const over = new AbortController();
    const timeout = pause(closeTimeoutMs, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([Promise.all(left), timeout]);
    over.abort();
    await Promise.all([driver.close(), watch.close()]);
  }

  async #transaction<T>(
    mode: 'READ' | 'WRITE',
    work: (run: RunCypher) => Promise<T>,
    signal: AbortSignal | null,
  ): Promise<T> {
    const { driver, bookmarkManager } = this.#server;
    const session = driver.session({ bookmarkManager });
    const inside = (transaction: ManagedTransaction) => work(runIn(transaction));
    const done = this.#translated(() => (mode === 'READ' ? session.executeRead(inside) : session.executeWrite(inside)));
    if (this.#signal !== null) return this.#unlessStopped(session, done, signal);
    try {
      return await done;
    } finally {
      await session.close();
    }
  }

  /** Waits no longer than until the signal or the watch says so; what is under way is then dropped. */
  async #unlessStopped<T>(session: Session, done: Promise<T>, signal: AbortSignal | null): Promise<T> {
    const { watch, left } = this.#server;
    const over = new AbortController();
    try {
      const stops = [watch.silence(over.signal), ...(signal === null ? [] : [aborted(signal, over.signal)])];
      return await Promise.race([done, ...stops]);
    } finally {
      over.abort();
      // Resets the connection, on which the server ends the transaction whatever it is doing. Nobody waits for it: a
      // server that is away never does.
      const leaving = session
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
    return records.map((record) => {
      const row: unknown = record.toObject();
      checkNumbers(row);
      return row as Row;
    });
  };
}
