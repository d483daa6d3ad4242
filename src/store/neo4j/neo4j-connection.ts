import neo4j, { type BookmarkManager, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { translateHandshakeError, translateNeo4jError } from './neo4j-error.js';
import { fromNeo4j, toNeo4j } from './neo4j-value.js';

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

/** What is printed of an address: never its user, password or routing context. */
export function printableAddress(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}

/**
 * A driver whose work runs in managed transactions, which are tried again where the driver knows that it helps.
 * One bookmark manager for all sessions: a read sees every write made through this connection before, on whichever
 * member of a cluster it runs.
 */
export class Neo4jConnection {
  readonly address: string;
  readonly #driver: Driver;
  readonly #bookmarkManager: BookmarkManager = neo4j.bookmarkManager();

  constructor(url: string, { user, password }: Neo4jCredentials) {
    this.address = printableAddress(url);
    this.#driver = neo4j.driver(url, neo4j.auth.basic(user, password), {
      connectionTimeout: connectTimeoutMs,
      connectionAcquisitionTimeout: acquireTimeoutMs,
      maxTransactionRetryTime: retryTimeoutMs,
      userAgent: 'diplograph',
    });
  }

  /** @returns What the server calls itself: "Neo4j/5.26.30". */
  async serverAgent(): Promise<string> {
    try {
      const info = await this.#driver.getServerInfo();
      return info.agent ?? '';
    } catch (error) {
      throw translateHandshakeError(error, this.address);
    }
  }

  read<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#transaction('READ', work);
  }

  write<T>(work: (run: RunCypher) => Promise<T>): Promise<T> {
    return this.#transaction('WRITE', work);
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  async #transaction<T>(mode: 'READ' | 'WRITE', work: (run: RunCypher) => Promise<T>): Promise<T> {
    const session = this.#driver.session({ bookmarkManager: this.#bookmarkManager });
    const inside = (transaction: ManagedTransaction) => work(runIn(transaction));
    try {
      return await this.#translated(() =>
        mode === 'READ' ? session.executeRead(inside) : session.executeWrite(inside),
      );
    } finally {
      await session.close();
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

function runIn(transaction: ManagedTransaction): RunCypher {
  return async <Row>(cypher: string, parameters: Readonly<Record<string, unknown>> = {}) => {
    const { records } = await transaction.run(cypher, toNeo4j(parameters));
    return records.map((record) => fromNeo4j(record.toObject()) as Row);
  };
}
