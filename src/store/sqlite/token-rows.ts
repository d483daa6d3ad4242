import { insertRow } from './insert-row.js';
import type { SqliteDatabase } from './sqlite-database.js';

type Table = 'document_search' | 'statement_search' | 'evidence_search';

/**
 * Rows of full-text tables, put off until the rows are written that they find. FTS5 gathers what is inserted and writes it out sorted, but each
 * statement that keeps a journal of its own (rows of tables with columns that functions reckon, many in a statement) makes it write out
 * what it has: a document's words would be written, and merged with all before, as often as it has such rows.
 */
export class TokenRows {
  readonly #rows: { readonly table: Table; readonly rowid: number; readonly tokens: string }[] = [];

  add(table: Table, rowid: number, tokens: string): void {
    this.#rows.push({ table, rowid, tokens });
  }

  /** A row in a statement: several would keep a journal. */
  write(database: SqliteDatabase): void {
    for (const { table, rowid, tokens } of this.#rows) insertRow(database, table, { rowid, tokens });
    this.#rows.length = 0;
  }
}
