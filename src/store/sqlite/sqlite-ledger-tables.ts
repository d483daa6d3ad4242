import type { LinkedIdentity } from '../../linking/identity.js';
import type { LedgerTables, RelationEnds, Retracted } from '../../linking/ledger-tables.js';
import { idPrefix } from '../../model/entity-id.js';
import type { LedgerEntry } from '../../model/ledger.js';
import type { GraphBatch } from '../../model/records.js';
import { packSource, unpackSource } from '../source-batch.js';
import { insertRow } from './insert-row.js';
import { list, listed } from './page-statement.js';
import { readRelations } from './read-records.js';
import { type LedgerRow, ledgerEntry } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { renameEntities } from './summarize-entities.js';

export const linkedIdentity = 'i.id, i.kind, i.name, i.authority, i.entity, i.given_name AS givenName';

const aboutOneOf = `id IN (SELECT entry FROM ledger_subject WHERE subject IN ${list('ids')})`;

export function readLedgerVersion(database: SqliteDatabase): number {
  return database.first<{ version: number | null }>('SELECT max(changed) AS version FROM ledger_entry')?.version ?? 0;
}

/** Within a transaction. Everything is given at once. */
export function sqliteLedgerTables(database: SqliteDatabase) {
  const ids = (sql: string, parameters: Record<string, string | null>) =>
    database.all<{ id: string }>(sql, parameters).map(({ id }) => id);
  return {
    ledgerVersion: () => readLedgerVersion(database),

    entry(id: string) {
      const row = database.first<LedgerRow>('SELECT * FROM ledger_entry WHERE id = :id', { id });
      return row ? ledgerEntry(row) : null;
    },

    heldEntries: (identities: readonly string[]) =>
      database
        .all<LedgerRow>(`SELECT * FROM ledger_entry WHERE undone IS NULL AND ${aboutOneOf}`, {
          ids: listed(identities),
        })
        .map(ledgerEntry),

    changesSince: (version: number, subjects: readonly string[]) =>
      database
        .all<LedgerRow>(`SELECT * FROM ledger_entry WHERE changed > :version AND ${aboutOneOf} ORDER BY id`, {
          version,
          ids: listed(subjects),
        })
        .map(ledgerEntry),

    saveEntry({ id, version, edit, names, by, at, note, undone }: LedgerEntry, subjects: readonly string[]) {
      database.run('DELETE FROM ledger_entry WHERE id = :id', { id });
      insertRow(database, 'ledger_entry', {
        ...{ id, action: edit.action, by, at, note },
        edit: JSON.stringify(edit),
        names: JSON.stringify(names),
        undone: undone === null ? null : JSON.stringify(undone),
        changed: undone?.version ?? version,
      });
      for (const subject of subjects) insertRow(database, 'ledger_subject', { subject, entry: id });
    },

    retractedBy: (entries: readonly string[]) =>
      database.all<Retracted>(
        `SELECT entry, relation, source, target FROM retracted_relation WHERE entry IN ${list('ids')}`,
        { ids: listed(entries) },
      ),

    retractedAmong: (relations: readonly string[]) =>
      ids(`SELECT DISTINCT relation AS id FROM retracted_relation WHERE relation IN ${list('ids')}`, {
        ids: listed(relations),
      }),

    saveRetracted(entries: readonly string[], retracted: readonly Retracted[]) {
      database.run(`DELETE FROM retracted_relation WHERE entry IN ${list('ids')}`, { ids: listed(entries) });
      for (const { entry, relation, source, target } of retracted) {
        insertRow(database, 'retracted_relation', { entry, relation, source, target });
      }
    },

    identitiesOfEntities: (entities: readonly string[]) =>
      database.all<LinkedIdentity>(
        `SELECT ${linkedIdentity} FROM identity AS i WHERE i.entity IN ${list('ids')} ORDER BY i.id`,
        { ids: listed(entities) },
      ),

    entityNames: (entities: readonly string[]) =>
      database.all<{ id: string; name: string }>(`SELECT id, name FROM entity WHERE id IN ${list('ids')}`, {
        ids: listed(entities),
      }),

    relation: (id: string) => readRelations(database, [id])[0] ?? null,

    documentsNamingBoth: (relations: readonly RelationEnds[]) =>
      relations.flatMap(({ source, target }) =>
        ids(
          idPrefix(target) === 'document'
            ? 'SELECT document AS id FROM document_source WHERE document = :target'
            : `SELECT DISTINCT n.document AS id
               FROM identity AS i JOIN identity_name AS n ON n.identity = i.id
               WHERE i.entity = :source AND EXISTS (
                 SELECT 1 FROM identity_name AS m JOIN identity AS j ON j.id = m.identity
                 WHERE m.document = n.document AND j.entity = :target)`,
          { source, target },
        ),
      ),

    summarize: (entities: readonly string[]) => renameEntities(database, entities),

    keepDeleted(batch: GraphBatch) {
      const document = batch.document.id;
      database.run('DELETE FROM deleted_document WHERE document = :document', { document });
      insertRow(database, 'deleted_document', { document, batch: packSource(batch), text: batch.text });
    },

    deletedAmong: (documents: readonly string[]) =>
      database
        .all<{ id: string }>(`SELECT document AS id FROM deleted_document WHERE document IN ${list('ids')}`, {
          ids: listed(documents),
        })
        .map(({ id }) => id),

    deletedDocument(document: string) {
      const kept = database.first<{ batch: Buffer; text: string }>(
        'SELECT batch, text FROM deleted_document WHERE document = :document',
        { document },
      );
      return kept ? unpackSource(kept.batch, kept.text) : null;
    },

    dropDeleted(document: string) {
      database.run('DELETE FROM deleted_document WHERE document = :document', { document });
    },
  } satisfies LedgerTables;
}
