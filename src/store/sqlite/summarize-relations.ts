import { kindOfId } from '../../model/entity-id.js';
import { relationTypes } from '../../model/ontology.js';
import type { RelationRecord } from '../../model/records.js';
import { type RelationSupport, summarizeRelation } from '../relation-summary.js';
import { insertRow } from './insert-row.js';
import type { RelationRow } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

function supportsOf(database: SqliteDatabase, relation: string): readonly RelationSupport[] {
  const rows = database.all<{ document: string; title: string | null; dates: string }>(
    `SELECT s.document, s.title, json_group_array(e.date) AS dates
     FROM relation_support AS s JOIN evidence AS e ON e.claim = s.relation AND e.document = s.document
     WHERE s.relation = :relation GROUP BY s.document`,
    { relation },
  );
  return rows.map(({ document, title, dates }) => ({
    document,
    title,
    evidenceDates: JSON.parse(dates) as (string | null)[],
  }));
}

function insertRelation(database: SqliteDatabase, relation: RelationRecord): void {
  const { id, type, source, target, title, modality, date, weight } = relation;
  const source_kind = kindOfId(source) ?? 'DOCUMENT';
  const target_kind = kindOfId(target) ?? 'DOCUMENT';
  insertRow(database, 'relation', {
    ...{ id, type, source, target, source_kind, target_kind, title, modality, date, weight },
  });
  const common = { relation: id, type, modality, weight };
  const isBoth = relationTypes[type].symmetric || source === target;
  insertRow(database, 'relation_end', {
    ...common,
    ...{ entity: source, kind: source_kind, other: target, other_kind: target_kind, role: isBoth ? 'BOTH' : 'OUT' },
  });
  if (source === target || target_kind === 'DOCUMENT') return;
  insertRow(database, 'relation_end', {
    ...common,
    ...{ entity: target, kind: target_kind, other: source, other_kind: source_kind, role: isBoth ? 'BOTH' : 'IN' },
  });
}

/**
 * Sums up relations from the evidence that documents now give; those without any go away.
 *
 * @param identities - Of those that may be new to the store.
 */
export function summarizeRelations(
  database: SqliteDatabase,
  ids: ReadonlySet<string>,
  identities: ReadonlyMap<string, Pick<RelationRecord, 'id' | 'type' | 'source' | 'target' | 'modality'>> = new Map(),
): void {
  for (const id of ids) {
    const identity = identities.get(id) ?? database.first<RelationRow>('SELECT * FROM relation WHERE id = :id', { id });
    const supports = supportsOf(database, id);
    database.run('DELETE FROM relation WHERE id = :id', { id });
    if (identity && supports.length > 0) insertRelation(database, summarizeRelation(identity, supports));
  }
}
