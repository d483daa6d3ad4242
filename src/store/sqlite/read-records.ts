import { idPrefix, kindOfId } from '../../model/entity-id.js';
import type { EntityRecord, NodeRecord, RelationRecord } from '../../model/records.js';
import { evidenceFields, mentionFields } from '../record-fields.js';
import { list, listed } from './page-statement.js';
import {
  documentColumns,
  documentRecord,
  type EntityRow,
  entityColumns,
  entityRecord,
  evidenceRecord,
  mentionRecord,
  type RelationRow,
  relationColumns,
  relationRecord,
  selected,
  statementColumns,
  statementRecord,
} from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

type Table = NodeRecord['type'];

/** How each type of record is read; the table has the type's name. */
const readers: {
  readonly [T in Table]: {
    readonly columns: readonly string[];
    readonly record: (row: never) => Extract<NodeRecord, { readonly type: T }>['record'];
  };
} = {
  entity: { columns: entityColumns, record: entityRecord },
  relation: { columns: relationColumns, record: relationRecord },
  statement: { columns: statementColumns, record: statementRecord },
  evidence: { columns: evidenceFields, record: evidenceRecord },
  mention: { columns: mentionFields, record: mentionRecord },
  document: { columns: documentColumns, record: documentRecord },
};

/** Rows by identifier, in the order asked. */
function rowsOf<Row extends { readonly id: string }>(
  database: SqliteDatabase,
  table: Table,
  ids: readonly string[],
): readonly (Row | null)[] {
  const rows = database.all<Row>(
    `SELECT ${selected('r', readers[table].columns)} FROM (SELECT DISTINCT value FROM json_each(:ids)) AS f CROSS JOIN ${table} AS r ON r.id = f.value`,
    { ids: listed(ids) },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

export function readEntities(database: SqliteDatabase, ids: readonly string[]): readonly (EntityRecord | null)[] {
  return rowsOf<EntityRow>(database, 'entity', ids).map((row) => row && entityRecord(row));
}

export function readRelations(database: SqliteDatabase, ids: readonly string[]): readonly (RelationRecord | null)[] {
  return rowsOf<RelationRow>(database, 'relation', ids).map((row) => row && relationRecord(row));
}

function isTable(prefix: string): prefix is Table {
  return Object.hasOwn(readers, prefix) && prefix !== 'entity';
}

/** An identifier's prefix tells its table, so that a type costs one statement, and only where it is asked for. */
function tableOf(id: string): Table | null {
  if (kindOfId(id) !== null) return 'entity';
  const prefix = idPrefix(id);
  return isTable(prefix) ? prefix : null;
}

/** The entities of identities that are linked to another. */
function linkedEntities(database: SqliteDatabase, identities: readonly string[]): ReadonlyMap<string, EntityRecord> {
  if (identities.length === 0) return new Map();
  const rows = database.all<EntityRow & { readonly identity: string }>(
    `SELECT ${selected('e', entityColumns)}, i.id AS identity FROM identity AS i JOIN entity AS e ON e.id = i.entity WHERE i.id IN ${list('ids')}`,
    { ids: listed(identities) },
  );
  return new Map(rows.map((row) => [row.identity, entityRecord(row)]));
}

export function readNodes(database: SqliteDatabase, ids: readonly string[]): readonly (NodeRecord | null)[] {
  const nodes = new Map<string, NodeRecord>();
  for (const table of Object.keys(readers) as Table[]) {
    const wanted = ids.filter((id) => tableOf(id) === table);
    if (wanted.length === 0) continue;
    for (const row of rowsOf(database, table, wanted)) {
      if (row) nodes.set(row.id, { type: table, record: readers[table].record(row as never) } as NodeRecord);
    }
  }
  for (const [id, record] of linkedEntities(
    database,
    ids.filter((id) => tableOf(id) === 'entity' && !nodes.has(id)),
  )) {
    nodes.set(id, { type: 'entity', record });
  }
  return ids.map((id) => nodes.get(id) ?? null);
}

/** What is kept of documents, whether their graphs are written or not; in the order asked. */
export function readKept(
  database: SqliteDatabase,
  column: 'fingerprint' | 'text',
  ids: readonly string[],
): readonly (string | null)[] {
  const table = column === 'text' ? 'document_text' : 'document_source';
  const rows = database.all<{ id: string; value: string }>(
    `SELECT r.document AS id, r.${column} AS value
     FROM (SELECT DISTINCT value FROM json_each(:ids)) AS f CROSS JOIN ${table} AS r ON r.document = f.value`,
    { ids: listed(ids) },
  );
  const byId = new Map(rows.map(({ id, value }) => [id, value]));
  return ids.map((id) => byId.get(id) ?? null);
}
