import { kindOfId } from '../../model/entity-id.js';
import { type DatedContribution, summarizeEntity } from '../../model/entity-summary.js';
import { relationTypes } from '../../model/ontology.js';
import type { EntityContribution, EntityRecord, RelationRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { foldName } from '../../names/fold-name.js';
import { searchTokens } from '../../names/search-tokens.js';
import { coveredDays } from '../date-window.js';
import { type RelationSupport, summarizeRelation } from '../relation-summary.js';
import { insertRow } from './insert-row.js';
import type { RelationRow } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

interface ContributionRow {
  readonly entity: string;
  readonly kind: EntityContribution['kind'];
  readonly name: string;
  readonly aliases: string;
  readonly description: string | null;
  readonly authority: string | null;
  readonly date: string | null;
  readonly end_date: string | null;
  readonly duration: string | null;
  readonly mention_count: number;
  readonly document_date: string | null;
}

function contribution(row: ContributionRow): DatedContribution {
  return {
    entity: row.entity,
    kind: row.kind,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    description: row.description,
    authority: row.authority,
    date: row.date,
    endDate: row.end_date,
    duration: row.duration,
    mentionCount: row.mention_count,
    documentDate: row.document_date,
  };
}

function removeEntity(database: SqliteDatabase, id: string): void {
  const row = database.first<{ number: number }>('SELECT number FROM entity WHERE id = :id', { id });
  if (!row) return;
  database.run('DELETE FROM entity_search WHERE rowid = :number', { number: row.number });
  database.run('DELETE FROM entity WHERE number = :number', { number: row.number });
}

function insertEntity(database: SqliteDatabase, entity: EntityRecord): void {
  const { firstDay, lastDay } = coveredDays(entity.date, entity.endDate);
  insertRow(database, 'entity', {
    id: entity.id,
    mention_key: sortKeys.entityByMentions(entity),
    kind: entity.kind,
    name: entity.name,
    aliases: JSON.stringify(entity.aliases),
    description: entity.description,
    authority: entity.authority,
    mention_count: entity.mentionCount,
    first_date: entity.firstDate,
    last_date: entity.lastDate,
    date: entity.date,
    end_date: entity.endDate,
    duration: entity.duration,
    first_day: firstDay,
    last_day: lastDay,
    timeline_key: entity.kind === 'EVENT' && entity.date !== null ? sortKeys.timeline(entity.date, entity.id) : null,
  });
  const names = [entity.name, ...entity.aliases];
  for (const folded of new Set(names.map(foldName))) {
    insertRow(database, 'entity_name', { folded, entity: entity.id });
  }
  const tokens = new Set(names.flatMap(searchTokens));
  database.run('INSERT INTO entity_search (rowid, tokens) SELECT number, :tokens FROM entity WHERE id = :id', {
    id: entity.id,
    tokens: [...tokens].join(' '),
  });
}

/** Sums up entities from what documents now say of them; those of which none says anything go away. */
export function summarizeEntities(database: SqliteDatabase, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    const [first, ...rest] = database
      .all<ContributionRow>(
        `SELECT c.*, d.date AS document_date FROM contribution AS c JOIN document AS d ON d.id = c.document
         WHERE c.entity = :id`,
        { id },
      )
      .map(contribution);
    removeEntity(database, id);
    if (first) insertEntity(database, summarizeEntity([first, ...rest]));
  }
}

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
