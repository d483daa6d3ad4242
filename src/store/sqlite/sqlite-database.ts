import { setTimeout as sleep } from 'node:timers/promises';
import type Libsql from 'libsql';
import { StoreUnavailableError } from '../../errors.js';
import { rowOfValues } from '../row-of-values.js';
import { translateSqliteError } from './translate-sqlite-error.js';

/** What may be bound. No booleans: libsql 0.5 aborts the process on one. A name that is missing is bound as NULL. */
export type Value = string | number | Buffer | null;
export type Parameters = Readonly<Record<string, Value>>;

/** How long a writer waits for another process to finish its document, and how often it looks. */
export const writeWaitMs = 15_000;
const lookEveryMs = 15;

export const usualMemory = 'PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536';
/** NORMAL loses no commit to a killed process, only the last ones to a power cut, and the file stays whole. */
export const usualJournal = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL';
/** While documents are written, one after the other. */
export const writeMemory = 'PRAGMA cache_size = -131072';
/** While much is sorted: a sort takes as much again, and one statement may sort twice. */
export const sortMemory = 'PRAGMA cache_size = -32768';

/** Questions that are kept prepared: which there are follows from what is asked, and takes less than a millisecond to prepare. */
const mostQuestions = 500;

/** A statement that gives rows, and the names of their values. */
interface Question {
  readonly statement: Libsql.Statement;
  readonly columns: readonly string[];
}

/** One connection with its prepared statements, each prepared once; errors come out translated. */
export class SqliteDatabase {
  readonly #connection: Libsql.Database;
  readonly #address: string;
  readonly #statements = new Map<string, Libsql.Statement>();
  readonly #questions = new Map<string, Question>();
  #isOpen = true;

  constructor(connection: Libsql.Database, address: string) {
    this.#connection = connection;
    this.#address = address;
  }

  /** Runs a text of statements without parameters. */
  execute(sql: string): void {
    this.#translated(() => this.#connection.exec(sql));
  }

  /** libsql takes half as long to hand over lists of values as objects, which are made here. */
  all<Row>(sql: string, parameters: Parameters = {}): readonly Row[] {
    return this.#translated(() => {
      const { statement, columns } = this.#question(sql);
      const rows = statement.all(parameters) as (readonly unknown[])[];
      return rows.map((values) => rowOfValues(columns, values) as Row);
    });
  }

  /** Rows as lists of their values. */
  values(sql: string, parameters: Parameters = {}): readonly (readonly unknown[])[] {
    return this.#translated(() => this.#question(sql).statement.all(parameters) as (readonly unknown[])[]);
  }

  /** What a statement gives that writes all of its answer as one JSON. */
  json<Answer>(sql: string, parameters: Parameters = {}): Answer {
    return JSON.parse((this.values(sql, parameters)[0]?.[0] ?? 'null') as string) as Answer;
  }

  /** The first row. Not by libsql's `get`, which adds a property of its own to it. */
  first<Row>(sql: string, parameters: Parameters = {}): Row | undefined {
    return this.all<Row>(sql, parameters)[0];
  }

  /** @returns How many rows it changed. */
  run(sql: string, parameters: Parameters = {}): number {
    return this.#translated(() => this.#prepared(sql).run(parameters).changes);
  }

  /** Rows as they are taken: all of them need not fit into memory. */
  *each<Row>(sql: string): Generator<Row> {
    const { rows, columns } = this.#translated(() => {
      const statement = this.#connection.prepare(sql).raw();
      return {
        rows: statement.iterate() as Iterable<readonly unknown[]>,
        columns: statement.columns().map(({ name }) => name),
      };
    });
    for (const values of rows) yield rowOfValues(columns, values) as Row;
  }

  /** @param values - In the order of the places. @returns The rowid of the last row that it inserts. */
  insert(sql: string, values: readonly Value[]): number {
    return this.#translated(() => Number(this.#prepared(sql).run(values).lastInsertRowid));
  }

  /**
   * Runs `work` in one transaction that holds the write lock from its beginning. While another process holds it,
   * this waits without blocking the event loop, which SQLite's own busy timeout would do. Between BEGIN and COMMIT
   * nothing waits: the connection is shared, and whatever ran meanwhile would be in the transaction too.
   *
   * @throws {StoreUnavailableError} when the lock isn't free after `writeWaitMs`.
   */
  async write<T>(work: () => T): Promise<T> {
    return this.whileBusy(
      () => this.execute('BEGIN IMMEDIATE'),
      () => {
        try {
          const result = work();
          this.execute('COMMIT');
          return result;
        } catch (error) {
          // Some errors (a full disk) have rolled back already; a second ROLLBACK would hide them.
          if (this.#connection.inTransaction) this.execute('ROLLBACK');
          throw error;
        }
      },
    );
  }

  /**
   * Runs `work` in one transaction that writes nearly all of the database: sorts on the disk instead of in memory, and a journal of
   * what was there before instead of a log of all that is new, which would grow as large as the database. Who opens the store
   * meanwhile is told that it is busy.
   */
  async load<T>(work: () => T): Promise<T> {
    this.execute(`PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE; ${sortMemory}`);
    this.#leaveLog();
    try {
      return await this.write(work);
    } finally {
      this.execute(`PRAGMA foreign_keys = ON; ${usualMemory}`);
      this.execute('PRAGMA wal_checkpoint(TRUNCATE)');
      await this.whileBusy(
        () => this.execute(usualJournal),
        () => undefined,
      );
    }
  }

  /** Several reads of one moment, whatever other processes write meanwhile. Not to be nested. */
  snapshot<T>(work: () => T): T {
    this.execute('BEGIN');
    try {
      return work();
    } finally {
      this.execute('COMMIT');
    }
  }

  /** Tries `attempt` until the store isn't busy, then runs `work` at once. */
  async whileBusy<T>(attempt: () => void, work: () => T): Promise<T> {
    const deadline = performance.now() + writeWaitMs;
    while (!this.#isFree(attempt, performance.now() > deadline)) await sleep(lookEveryMs);
    return work();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#statements.clear();
    this.#questions.clear();
    this.#connection.close();
  }

  /** Where another connection has the store open, the log stays. */
  #leaveLog(): void {
    try {
      this.execute('PRAGMA journal_mode = DELETE');
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) throw error;
    }
  }

  #isFree(attempt: () => void, isLastTime: boolean): boolean {
    try {
      attempt();
      return true;
    } catch (error) {
      if (error instanceof StoreUnavailableError && this.#isOpen && !isLastTime) return false;
      throw error;
    }
  }

  #prepared(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #question(sql: string): Question {
    const known = this.#questions.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql).raw();
    const question = { statement, columns: statement.columns().map(({ name }) => name) };
    this.#questions.set(sql, question);
    const [first] = this.#questions.keys();
    if (first !== undefined && this.#questions.size > mostQuestions) this.#questions.delete(first);
    return question;
  }

  #translated<T>(work: () => T): T {
    if (!this.#isOpen) {
      throw new StoreUnavailableError(`The store ${this.#address} is closed.`, 'Open it again with openStore.');
    }
    try {
      return work();
    } catch (error) {
      throw translateSqliteError(error, this.#address);
    }
  }
}
