import { kindOfId } from '../../model/entity-id.js';
import { relationTypeNames, relationTypes } from '../../model/ontology.js';
import type { RelationRecord } from '../../model/records.js';
import type { GraphChanges } from '../graph-changes.js';
import { type RelationIdentity, RelationTally } from '../relation-tally.js';
import { insertRow } from './insert-row.js';
import type { RelationRow } from './rows.js';
import type { Parameters, SqliteDatabase } from './sqlite-database.js';
import { TieChanges } from './sum-up-ties.js';

const itsEnds = 'entity IN (:source, :target) AND relation = :id';

interface TalliedRow extends RelationRow {
  readonly titles: string | null;
}

/** The kinds of a relation's ends: AUTHORED has a document as its target. */
export function kindsOfEnds({ source, target }: Pick<RelationRecord, 'source' | 'target'>) {
  return { source_kind: kindOfId(source) ?? 'DOCUMENT', target_kind: kindOfId(target) ?? 'DOCUMENT' };
}

/** Without its ends. */
export function insertRelation(database: SqliteDatabase, relation: RelationRecord, titles: string | null): void {
  const { id, type, source, target, title, modality, date, weight } = relation;
  const { source_kind, target_kind } = kindsOfEnds(relation);
  insertRow(database, 'relation', {
    ...{ id, type, source, target, source_kind, target_kind, title, titles, modality, date, weight },
  });
}

const symmetricTypes = relationTypeNames.filter((type) => relationTypes[type].symmetric).map((type) => `'${type}'`);
const isBoth = `r.source = r.target OR r.type IN (${symmetricTypes.join(', ')})`;

/**
 * The ends of relations, in the order of their table.
 *
 * @param condition - On `r`, a relation.
 */
export function insertEnds(database: SqliteDatabase, condition: string, parameters: Parameters = {}): void {
  const end = (own: string, other: string, role: string) =>
    `SELECT r.${own} AS entity, r.id AS relation, CASE WHEN ${isBoth} THEN 'BOTH' ELSE '${role}' END, r.type, r.modality,
            r.${own}_kind, r.${other}, r.${other}_kind, r.weight
     FROM relation AS r WHERE ${condition}`;
  database.run(
    `INSERT INTO relation_end (entity, relation, role, type, modality, kind, other, other_kind, weight)
     ${end('source', 'target', 'OUT')}
     UNION ALL ${end('target', 'source', 'IN')} AND r.source <> r.target AND r.target_kind <> 'DOCUMENT'
     ORDER BY entity, relation`,
    parameters,
  );
}

function updateRelation(
  database: SqliteDatabase,
  { id, source, target, title, date, weight }: RelationRecord,
  titles: string | null,
): void {
  const values = { id, title, titles, date, weight };
  database.run(
    'UPDATE relation SET title = :title, titles = :titles, date = :date, weight = :weight WHERE id = :id',
    values,
  );
  database.run(`UPDATE relation_end SET weight = :weight WHERE ${itsEnds}`, { id, source, target, weight });
}

function deleteRelation(database: SqliteDatabase, { id, source, target }: RelationIdentity): void {
  database.run(`DELETE FROM relation_end WHERE ${itsEnds}`, { id, source, target });
  database.run('DELETE FROM relation WHERE id = :id', { id });
}

/** Brings relations up to what documents now say of them; those without any evidence go away. */
export function summarizeRelations(database: SqliteDatabase, { relations, identities }: GraphChanges): void {
  const ties = new TieChanges();
  for (const [id, { removed, added }] of relations) {
    const stored = database.first<TalliedRow>('SELECT * FROM relation WHERE id = :id', { id });
    const tally = new RelationTally(stored ?? { weight: 0, date: null, titles: null });
    tally.change(removed, added);
    if (tally.isEmpty) {
      if (stored) {
        ties.add(stored, -stored.weight, -1);
        deleteRelation(database, stored);
      }
      continue;
    }
    if (tally.isDateLost) {
      const first = database.first<{ date: string | null }>(
        'SELECT min(date) AS date FROM evidence WHERE claim = :id',
        { id },
      );
      tally.setDate(first?.date ?? null);
    }
    const identity = stored ?? identities.get(id);
    if (identity === undefined) throw new TypeError(`${id} is counted and not known`);
    const relation = tally.summarize(identity);
    ties.add(relation, relation.weight - (stored?.weight ?? 0), stored ? 0 : 1);
    if (stored) updateRelation(database, relation, tally.titles());
    else {
      insertRelation(database, relation, tally.titles());
      insertEnds(database, 'r.id = :id', { id });
    }
  }
  ties.write(database);
}
