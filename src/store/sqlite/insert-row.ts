import type { Parameters, SqliteDatabase, Value } from './sqlite-database.js';

interface Insert {
  readonly columns: readonly string[];
  readonly sql: string;
}

/** By table the statement that was used last: nearly always the next one's. */
const inserts = new Map<string, Insert>();

function insertInto(table: string, columns: readonly string[]): Insert {
  const last = inserts.get(table);
  if (last?.columns.length === columns.length && last.columns.every((column, at) => column === columns[at]))
    return last;
  const places = columns.map(() => '?').join(', ');
  const insert = { columns, sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})` };
  inserts.set(table, insert);
  return insert;
}

/**
 * Inserts one row whose columns are the names of its values. Table and columns come from this folder's code
 * alone, never from a user. The values are bound by place, which takes half the time of binding them by name.
 *
 * @returns The rowid, where the table has one.
 */
export function insertRow(database: SqliteDatabase, table: string, values: Parameters): number {
  return database.insert(insertInto(table, Object.keys(values)).sql, Object.values(values));
}

/** Rows of one statement; more are no quicker. */
const mostRows = 32;
const wideInserts = new Map<string, Map<number, string>>();

/**
 * A value that all rows share has one place, which all of them name.
 *
 * OR FAIL: a failing statement leaves what it has inserted to the transaction, which ends with the error. Otherwise SQLite keeps a journal
 * of each such statement, for which FTS5 first writes out all that it has gathered. It still does where a column is reckoned by a function.
 */
function wideInsert(table: string, shared: readonly string[], columns: readonly string[], rows: number): string {
  const key = `${table} ${shared.join()} ${columns.join()}`;
  const known = wideInserts.get(key) ?? new Map<number, string>();
  wideInserts.set(key, known);
  const found = known.get(rows);
  if (found !== undefined) return found;
  const places = Array.from({ length: rows }, (_, row) =>
    [
      ...shared.map((_, place) => `?${place + 1}`),
      ...columns.map((_, place) => `?${shared.length + row * columns.length + place + 1}`),
    ].join(', '),
  );
  const sql = `INSERT OR FAIL INTO ${table} (${[...shared, ...columns].join(', ')}) VALUES (${places.join('), (')})`;
  known.set(rows, sql);
  return sql;
}

/**
 * Inserts rows, many in a statement: the way into SQLite costs as much as what it does there. Within a transaction that is given up where
 * one of them is refused.
 *
 * @param shared - What is the same in all of them.
 * @param rows - Their other values, in the order of `columns`.
 * @returns The rowid of the first, where the table has one and gives it itself; the others follow.
 */
export function insertRows(
  database: SqliteDatabase,
  table: string,
  shared: Parameters,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): number {
  const [names, common] = [Object.keys(shared), Object.values(shared)];
  let last = 0;
  for (let at = 0; at < rows.length; at += mostRows) {
    const end = Math.min(at + mostRows, rows.length);
    const values = [...common];
    for (let row = at; row < end; row += 1) for (const value of rows[row] ?? []) values.push(value);
    last = database.insert(wideInsert(table, names, columns, end - at), values);
  }
  return last - rows.length + 1;
}

/** Rows that come one by one, inserted as many in a statement. */
export class GatheredRows {
  readonly #database: SqliteDatabase;
  readonly #table: string;
  readonly #columns: readonly string[];
  #rows: (readonly Value[])[] = [];

  /** @param columns - The order in which a row has its values. */
  constructor(database: SqliteDatabase, table: string, columns: readonly string[]) {
    this.#database = database;
    this.#table = table;
    this.#columns = columns;
  }

  add(row: readonly Value[]): void {
    this.#rows.push(row);
    if (this.#rows.length === mostRows) this.write();
  }

  /** Those that are left: to be called in the end. */
  write(): void {
    insertRows(this.#database, this.#table, {}, this.#columns, this.#rows);
    this.#rows = [];
  }
}
