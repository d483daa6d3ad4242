import { idPrefix, kindOfId, placesOfId } from '../../model/entity-id.js';
import type { EntityRecord, NodeRecord, RelationRecord } from '../../model/records.js';
import { type Reading, type RecordOf, type RecordType, readsAll } from '../brief-records.js';
import { list, listed } from './page-statement.js';
import { briefFieldsOrAll, jsonObject } from './read-fields.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** Each has a table of its name; in the order in which `readNodes` asks them. */
const types = ['entity', 'relation', 'statement', 'evidence', 'mention', 'document'] as const satisfies RecordType[];

/** Of these no identifiers are kept: they are looked for where an identifier says that they stand. */
const placedTypes: ReadonlySet<RecordType> = new Set(['statement', 'mention', 'evidence']);

function lookedFor(
  type: RecordType,
  ids: readonly string[],
): { readonly value: string; readonly found: string; readonly values: unknown } {
  if (!placedTypes.has(type)) return { value: 'f.value', found: 'r.id = f.value', values: [...new Set(ids)] };
  const places = [...new Set(ids)].flatMap((id) => placesOfId(id).map(({ document, start }) => [id, document, start]));
  return {
    value: 'f.value ->> 0',
    found: 'r.document = f.value ->> 1 AND r.start = f.value ->> 2 AND r.id = f.value ->> 0',
    values: places,
  };
}

/** Records of one type, by the identifiers that were asked for. */
function recordsOf<Type extends RecordType>(
  database: SqliteDatabase,
  type: Type,
  ids: readonly string[],
  reading: Reading,
): ReadonlyMap<string, RecordOf<Type>> {
  const { value, found, values } = lookedFor(type, ids);
  const record = jsonObject(briefFieldsOrAll(type, reading), ({ column }) => `r.${column}`);
  return new Map(
    database.json<readonly (readonly [string, RecordOf<Type>])[]>(
      `SELECT json_group_array(json_array(${value}, ${record}))
       FROM json_each(:asked) AS f CROSS JOIN ${type} AS r ON ${found}`,
      { asked: JSON.stringify(values) },
    ),
  );
}

export function readEntities(
  database: SqliteDatabase,
  ids: readonly string[],
  reading = readsAll,
): readonly (EntityRecord | null)[] {
  const records = recordsOf(database, 'entity', ids, reading);
  return ids.map((id) => records.get(id) ?? null);
}

export function readRelations(
  database: SqliteDatabase,
  ids: readonly string[],
  reading = readsAll,
): readonly (RelationRecord | null)[] {
  const records = recordsOf(database, 'relation', ids, reading);
  return ids.map((id) => records.get(id) ?? null);
}

function isType(prefix: string): prefix is RecordType {
  return prefix !== 'entity' && (types as readonly string[]).includes(prefix);
}

/** An identifier's prefix tells its table, so that a type costs one statement, and only where it is asked for. */
function typeOf(id: string): RecordType | null {
  if (kindOfId(id) !== null) return 'entity';
  const prefix = idPrefix(id);
  return isType(prefix) ? prefix : null;
}

/** The entities of identities that are linked to another. */
function linkedEntities(
  database: SqliteDatabase,
  identities: readonly string[],
  reading: Reading,
): ReadonlyMap<string, EntityRecord> {
  if (identities.length === 0) return new Map();
  const record = jsonObject(briefFieldsOrAll('entity', reading), ({ column }) => `e.${column}`);
  return new Map(
    database.json<readonly (readonly [string, EntityRecord])[]>(
      `SELECT json_group_array(json_array(i.id, ${record}))
       FROM identity AS i JOIN entity AS e ON e.id = i.entity WHERE i.id IN ${list('ids')}`,
      { ids: listed(identities) },
    ),
  );
}

export function readNodes(
  database: SqliteDatabase,
  ids: readonly string[],
  reading = readsAll,
): readonly (NodeRecord | null)[] {
  const nodes = new Map<string, NodeRecord>();
  for (const type of types) {
    const wanted = ids.filter((id) => typeOf(id) === type);
    if (wanted.length === 0) continue;
    for (const [id, record] of recordsOf(database, type, wanted, reading))
      nodes.set(id, { type, record } as NodeRecord);
  }
  const missing = ids.filter((id) => typeOf(id) === 'entity' && !nodes.has(id));
  for (const [id, record] of linkedEntities(database, missing, reading)) nodes.set(id, { type: 'entity', record });
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
