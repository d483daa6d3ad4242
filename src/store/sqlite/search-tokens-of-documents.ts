import type { SqliteDatabase } from './sqlite-database.js';

/** The table of tokens of each table that has rows to be found. */
const searches = [
  ['document_search', 'document', 'id'],
  ['statement_search', 'statement', 'document'],
  ['evidence_search', 'evidence', 'document'],
] as const;

/** Before the rows of the document itself go: they tell which these are. */
export function deleteSearchTokens(database: SqliteDatabase, documentId: string): void {
  for (const [search, table, owner] of searches) {
    database.run(`DELETE FROM ${search} WHERE rowid IN (SELECT number FROM ${table} WHERE ${owner} = :documentId)`, {
      documentId,
    });
  }
}
