import type { SqliteDatabase } from './sqlite-database.js';

/** Documents in memory at once. */
const documentsAtOnce = 50;

const isWritten = 'SELECT 1 FROM document AS d WHERE d.id = s.document';
const isNaming = 'SELECT 1 FROM identity_name AS n WHERE n.document = s.document';

/** In order of their identifiers; no more than these are in memory. */
function* keptDocuments(database: SqliteDatabase, condition: string, atOnce: number): Generator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = database.all<{ id: string }>(
      `SELECT s.document AS id FROM document_source AS s
       WHERE s.document > :after AND ${condition} ORDER BY s.document LIMIT :atOnce`,
      { after, atOnce },
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

/** Kept documents whose graphs are not written. */
export function unwrittenDocuments(database: SqliteDatabase, atOnce = documentsAtOnce): Generator<readonly string[]> {
  return keptDocuments(database, `NOT EXISTS (${isWritten})`, atOnce);
}

/** Kept documents of which no name is linked, and no graph written. Those that name nobody are among them each time. */
export function unlinkedDocuments(database: SqliteDatabase): Generator<readonly string[]> {
  return keptDocuments(database, `NOT EXISTS (${isNaming}) AND NOT EXISTS (${isWritten})`, documentsAtOnce);
}
