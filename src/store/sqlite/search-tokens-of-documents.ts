import type { GraphBatch } from '../../model/records.js';
import { documentTokens } from '../../search/document-tokens.js';
import { indexedPassages } from '../../search/passage-tokens.js';

import type { SqliteDatabase } from './sqlite-database.js';

/** The table of tokens of each table that has rows to be found. */
const searches = [
  ['document_search', 'document', 'id'],
  ['statement_search', 'statement', 'document'],
  ['evidence_search', 'evidence', 'document'],
] as const;

/** What full-text search finds of a document, within the transaction that writes its rows, and after them. */
export function insertSearchTokens(database: SqliteDatabase, batch: GraphBatch): void {
  const insert = (search: string, table: string, id: string, tokens: string): void => {
    database.run(`INSERT INTO ${search} (rowid, tokens) SELECT number, :tokens FROM ${table} WHERE id = :id`, {
      id,
      tokens,
    });
  };
  insert('document_search', 'document', batch.document.id, documentTokens(batch));
  const { statements, evidence } = indexedPassages(batch);
  for (const { id, tokens } of statements) insert('statement_search', 'statement', id, tokens);
  for (const { id, tokens } of evidence) insert('evidence_search', 'evidence', id, tokens);
}

/** Before the rows of the document itself go: they tell which these are. */
export function deleteSearchTokens(database: SqliteDatabase, documentId: string): void {
  for (const [search, table, owner] of searches) {
    database.run(`DELETE FROM ${search} WHERE rowid IN (SELECT number FROM ${table} WHERE ${owner} = :documentId)`, {
      documentId,
    });
  }
}
