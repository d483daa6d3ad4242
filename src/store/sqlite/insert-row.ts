import type { Parameters, SqliteDatabase } from './sqlite-database.js';

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
