import type { Parameters, SqliteDatabase } from './sqlite-database.js';

/**
 * Inserts one row whose columns are the names of its values. Table and columns come from this folder's code
 * alone, never from a user.
 */
export function insertRow(database: SqliteDatabase, table: string, values: Parameters): void {
  const columns = Object.keys(values);
  const places = columns.map((column) => `:${column}`);
  database.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, values);
}
