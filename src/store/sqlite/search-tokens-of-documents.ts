import type { GraphBatch } from '../../model/records.js';
import { titleTokens } from '../../search/title-tokens.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** What full-text search finds of a document, within the transaction that writes or takes away its rows. */
export function insertSearchTokens(database: SqliteDatabase, { document }: GraphBatch): void {
  database.run('INSERT INTO title_search (rowid, tokens) SELECT number, :tokens FROM document WHERE id = :id', {
    id: document.id,
    tokens: titleTokens(document.title).join(' '),
  });
}

/** Before the rows of the document itself go: they tell which these are. */
export function deleteSearchTokens(database: SqliteDatabase, documentId: string): void {
  database.run('DELETE FROM title_search WHERE rowid IN (SELECT number FROM document WHERE id = :id)', {
    id: documentId,
  });
}
