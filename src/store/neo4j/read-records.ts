import { idPrefix, kindOfId } from '../../model/entity-id.js';
import type { EntityRecord, NodeRecord, RelationRecord } from '../../model/records.js';
import { fieldsOfWalks, type Reading, type RecordOf, type RecordType, readsAll } from '../brief-records.js';
import type { RunCypher } from './neo4j-connection.js';
import { stored } from './node-records.js';

function byId(label: string): string {
  return `UNWIND $ids AS id MATCH (n:${label} {id: id})`;
}

/** What finds a node `n` of each type; each one statement. */
const found: Readonly<Record<RecordType, string>> = {
  entity: byId('Entity'),
  relation: byId('Relation'),
  statement: byId('Statement'),
  evidence: byId('Evidence'),
  mention: byId('Mention'),
  document: byId('Document'),
};

/** What finds the entities of identities that are linked to another. */
const linkedEntities = 'UNWIND $ids AS id MATCH (i:Identity {id: id}) MATCH (n:Entity {id: i.entity})';

async function readById<Type extends RecordType>(
  run: RunCypher,
  type: Type,
  ids: readonly string[],
  reading: Reading,
  match = found[type],
): Promise<ReadonlyMap<string, RecordOf<Type>>> {
  if (ids.length === 0) return new Map<string, never>();
  const { returned, record, parameters } = stored(type, fieldsOfWalks(type, reading));
  const rows = await run<{ id: string; values: readonly unknown[] }>(`${match} RETURN id, ${returned('n')} AS values`, {
    ...parameters,
    ids: [...new Set(ids)],
  });
  return new Map<string, RecordOf<Type>>(rows.map(({ id, values }) => [id, record(values)]));
}

export async function readEntities(
  run: RunCypher,
  ids: readonly string[],
  reading = readsAll,
): Promise<readonly (EntityRecord | null)[]> {
  const records = await readById(run, 'entity', ids, reading);
  return ids.map((id) => records.get(id) ?? null);
}

export async function readRelations(
  run: RunCypher,
  ids: readonly string[],
  reading = readsAll,
): Promise<readonly (RelationRecord | null)[]> {
  const records = await readById(run, 'relation', ids, reading);
  return ids.map((id) => records.get(id) ?? null);
}

/** An identifier's prefix tells its label, so that a type costs one statement, and only where it is asked for. */
function typeOf(id: string): RecordType | null {
  if (kindOfId(id) !== null) return 'entity';
  const prefix = idPrefix(id);
  return prefix !== 'entity' && Object.hasOwn(found, prefix) ? (prefix as RecordType) : null;
}

export async function readNodes(
  run: RunCypher,
  ids: readonly string[],
  reading = readsAll,
): Promise<readonly (NodeRecord | null)[]> {
  const nodes = new Map<string, NodeRecord>();
  const read = async (type: RecordType, wanted: readonly string[], match = found[type]): Promise<void> => {
    for (const [id, record] of await readById(run, type, wanted, reading, match)) {
      nodes.set(id, { type, record } as NodeRecord);
    }
  };
  await Promise.all(
    (Object.keys(found) as RecordType[]).map((type) =>
      read(
        type,
        ids.filter((id) => typeOf(id) === type),
      ),
    ),
  );
  // Asked for only where there is no entity of its own: nearly always, all are there.
  const missing = ids.filter((id) => typeOf(id) === 'entity' && !nodes.has(id));
  await read('entity', missing, linkedEntities);
  return ids.map((id) => nodes.get(id) ?? null);
}

async function readStrings(
  run: RunCypher,
  cypher: string,
  ids: readonly string[],
): Promise<readonly (string | null)[]> {
  const rows = await run<{ id: string; value: string | null }>(cypher, { ids: [...new Set(ids)] });
  const values = new Map(rows.map(({ id, value }) => [id, value]));
  return ids.map((id) => values.get(id) ?? null);
}

export function readFingerprints(run: RunCypher, ids: readonly string[]): Promise<readonly (string | null)[]> {
  return readStrings(
    run,
    // Before the first load of an empty store, a document alone had its fingerprint.
    `UNWIND $ids AS id OPTIONAL MATCH (s:Source {id: id}) OPTIONAL MATCH (d:Document {id: id})
     WITH id, coalesce(s.fingerprint, d.fingerprint) AS value WHERE value IS NOT NULL RETURN id, value`,
    ids,
  );
}

export function readTexts(run: RunCypher, ids: readonly string[]): Promise<readonly (string | null)[]> {
  return readStrings(run, 'UNWIND $ids AS id MATCH (t:Text {id: id}) RETURN id, t.text AS value', ids);
}
