import { idPrefix, kindOfId } from '../../model/entity-id.js';
import type { EntityRecord, NodeRecord, RelationRecord } from '../../model/records.js';
import type { RunCypher } from './neo4j-connection.js';
import {
  type DocumentRow,
  documentMap,
  entityMap,
  evidenceMap,
  fromDocumentRow,
  mentionMap,
  relationMap,
  statementMap,
} from './node-records.js';

type NodeType = NodeRecord['type'];

function byId(label: string, map: (variable: string) => string): string {
  return `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, ${map('n')} AS record`;
}

const statements: Readonly<Record<NodeType, string>> = {
  entity: `UNWIND $ids AS id
    CALL (id) {
      MATCH (n:Entity {id: id}) RETURN n
      UNION
      MATCH (i:Identity {id: id}) WHERE i.entity <> id MATCH (n:Entity {id: i.entity}) RETURN n
    }
    RETURN id, ${entityMap('n')} AS record`,
  relation: byId('Relation', relationMap),
  statement: byId('Statement', statementMap),
  evidence: byId('Evidence', evidenceMap),
  mention: byId('Mention', mentionMap),
  document: byId('Document', documentMap),
};

async function readById<T extends { readonly id: string }>(
  run: RunCypher,
  type: NodeType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; record: T }>(statements[type], { ids: [...new Set(ids)] });
  return new Map(rows.map(({ id, record }) => [id, record]));
}

export async function readEntities(run: RunCypher, ids: readonly string[]): Promise<readonly (EntityRecord | null)[]> {
  const records = await readById<EntityRecord>(run, 'entity', ids);
  return ids.map((id) => records.get(id) ?? null);
}

export async function readRelations(
  run: RunCypher,
  ids: readonly string[],
): Promise<readonly (RelationRecord | null)[]> {
  const records = await readById<RelationRecord>(run, 'relation', ids);
  return ids.map((id) => records.get(id) ?? null);
}

/** An identifier's prefix tells its label, so that a type costs one statement, and only where it is asked for. */
function typeOf(id: string): NodeType | null {
  if (kindOfId(id) !== null) return 'entity';
  const prefix = idPrefix(id);
  return prefix !== 'entity' && Object.hasOwn(statements, prefix) ? (prefix as NodeType) : null;
}

export async function readNodes(run: RunCypher, ids: readonly string[]): Promise<readonly (NodeRecord | null)[]> {
  const nodes = new Map<string, NodeRecord>();
  for (const type of Object.keys(statements) as NodeType[]) {
    const wanted = ids.filter((id) => typeOf(id) === type);
    for (const [id, row] of await readById(run, type, wanted)) {
      const record = type === 'document' ? fromDocumentRow(row as DocumentRow) : row;
      nodes.set(id, { type, record } as NodeRecord);
    }
  }
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
