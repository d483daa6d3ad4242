import Libsql from 'libsql';
import type { GraphBatch } from '../../src/model/records.js';
import { batchTokens } from '../../src/search/batch-tokens.js';
import { schemaStatements } from '../../src/store/sqlite/database-schema.js';

interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly unknown[][];
}

const rowsATransaction = 20_000;

/** All rows of a store, table by table; those of its full-text tables, which don't give theirs back, made anew. */
export function rowsOfSqlite(file: string, batches: readonly GraphBatch[]): readonly Rows[] {
  const database = new Libsql(file);
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY rootpage")
    .all() as { name: string }[];
  const kept = tables.map(({ name: table }): Rows => {
    // Without columns that are reckoned of others.
    const columns = (database.prepare(`SELECT name FROM pragma_table_info(?)`).all(table) as { name: string }[]).map(
      ({ name }) => name,
    );
    return {
      table,
      columns,
      rows: database
        .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
        .raw()
        .all() as unknown[][],
    };
  });
  const names = database.prepare('SELECT name, aliases FROM entity').all() as { name: string; aliases: string }[];
  database.close();
  const indexed = batches.map((batch) => ({ batch, tokens: batchTokens(batch) }));
  const tokensOf = (claims: 'statements' | 'evidence') =>
    indexed.flatMap(({ batch, tokens }) => batch[claims].flatMap(({ id }) => tokens.claims.get(id) ?? []));
  const searched = (table: string, tokens: readonly string[]): Rows => ({
    table,
    columns: ['rowid', 'tokens'],
    rows: tokens.map((words, index) => [index + 1, words]),
  });
  return [
    ...kept,
    searched(
      'entity_search',
      names.map(({ name, aliases }) => `${name} ${aliases}`.toLowerCase()),
    ),
    searched(
      'document_search',
      indexed.map(({ tokens }) => tokens.document),
    ),
    searched('statement_search', tokensOf('statements')),
    searched('evidence_search', tokensOf('evidence')),
  ];
}

/** The same rows by prepared inserts alone, into the same tables with the same indexes. */
export function insertRaw(file: string, all: readonly Rows[]): void {
  const database = new Libsql(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536');
  database.exec(schemaStatements);
  let inserted = 0;
  database.exec('BEGIN');
  for (const { table, columns, rows } of all) {
    const insert = database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows) {
      insert.run(row);
      inserted += 1;
      if (inserted % rowsATransaction === 0) database.exec('COMMIT; BEGIN');
    }
  }
  database.exec('COMMIT');
  database.close();
}
