import type { LinkedIdentity } from '../../linking/identity.js';
import type { Retracted } from '../../linking/ledger-tables.js';
import { linkedGraphs } from '../../linking/link-documents.js';
import { runNow } from '../../linking/steps.js';
import { EntityTally } from '../../model/entity-tally.js';
import { unpackSource } from '../source-batch.js';
import type { WholeStore, WrittenDocument } from '../whole-store.js';
import { openDatabase } from './open-database.js';
import { type LedgerRow, ledgerEntry, type RelationRow, relationRecord } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { linkedIdentity } from './sqlite-ledger-tables.js';
import { type StoredMatchRow, sqliteLinkingTables, storedMatch } from './sqlite-linking-tables.js';

/** Documents in memory at once. */
const documentsAtOnce = 50;

function* documents(database: SqliteDatabase): Generator<WrittenDocument> {
  const tables = sqliteLinkingTables(database);
  const ids = database.all<{ id: string }>('SELECT id FROM document ORDER BY id').map(({ id }) => id);
  for (let at = 0; at < ids.length; at += documentsAtOnce) {
    const some = ids.slice(at, at + documentsAtOnce);
    const graphs = new Map(runNow(linkedGraphs(tables, some)).map((graph) => [graph.document.id, graph]));
    const sources = new Map(tables.sources(some).map((source) => [source.document.id, source]));
    for (const id of some) {
      const [source, graph] = [sources.get(id), graphs.get(id)];
      if (source !== undefined && graph !== undefined) yield { source, graph };
    }
  }
}

function* mapped<Row, T>(rows: Iterable<Row>, record: (row: Row) => T): Generator<T> {
  for (const row of rows) yield record(row);
}

/** @param path - As `openSqliteStore` takes it. A load that was cut off has to be finished before. */
export async function openSqliteWhole(path: string): Promise<WholeStore> {
  const database = await openDatabase(path, `sqlite:${path}`);
  // One moment, whatever others write meanwhile.
  database.execute('BEGIN');
  const array = (json: string): string[] => JSON.parse(json) as string[];
  return {
    documents: () => documents(database),
    entities: () =>
      mapped(
        database.each<{ id: string; tally: string; givenName: string | null }>(
          `SELECT t.entity AS id, t.tally, i.given_name AS givenName
           FROM entity_tally AS t LEFT JOIN identity AS i ON i.id = t.entity ORDER BY t.entity`,
        ),
        ({ tally, ...entity }) => ({ ...entity, tally: EntityTally.read(tally) }),
      ),
    relations: () =>
      mapped(database.each<RelationRow & { titles: string | null }>('SELECT * FROM relation ORDER BY id'), (row) => ({
        record: relationRecord(row),
        titles: row.titles,
      })),
    identities: () =>
      mapped(
        database.each<LinkedIdentity & { spellings: string; keys: string }>(
          `SELECT ${linkedIdentity}, i.spellings,
             (SELECT json_group_array(k.key) FROM identity_key AS k WHERE k.identity = i.id) AS keys
           FROM identity AS i ORDER BY i.id`,
        ),
        ({ spellings, keys, ...identity }) => ({ ...identity, spellings: JSON.parse(spellings), keys: array(keys) }),
      ),
    nameKeys: () => mapped(database.each<{ key: string }>('SELECT DISTINCT key FROM identity_key'), ({ key }) => key),
    matches: () => mapped(database.each<StoredMatchRow>('SELECT * FROM name_match ORDER BY id'), storedMatch),
    ledger: () =>
      mapped(
        database.each<LedgerRow & { subjects: string }>(
          `SELECT l.*, (SELECT json_group_array(s.subject) FROM ledger_subject AS s WHERE s.entry = l.id) AS subjects
           FROM ledger_entry AS l ORDER BY l.id`,
        ),
        (row) => ({ entry: ledgerEntry(row), subjects: array(row.subjects) }),
      ),
    retracted: () =>
      database.each<Retracted>(
        'SELECT entry, relation, source, target FROM retracted_relation ORDER BY entry, relation',
      ),
    deletedDocuments: () =>
      mapped(
        database.each<{ batch: Buffer; text: string }>('SELECT batch, text FROM deleted_document ORDER BY document'),
        ({ batch, text }) => unpackSource(batch, text),
      ),
    close() {
      database.execute('COMMIT');
      database.close();
    },
  };
}
