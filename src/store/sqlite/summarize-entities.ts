import { summarizeEntity } from '../../model/entity-summary.js';
import { EntityTally } from '../../model/entity-tally.js';
import type { EntityRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { searchTokens } from '../../names/search-tokens.js';
import { coveredDays } from '../date-window.js';
import type { GraphChanges } from '../graph-changes.js';
import { insertRow, insertRows } from './insert-row.js';
import type { EntityRow } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

function insertNames(database: SqliteDatabase, rowid: number, entity: EntityRecord): void {
  const names = [entity.name, ...entity.aliases];
  const tokens = new Set(names.flatMap(searchTokens));
  insertRow(database, 'entity_search', { rowid, tokens: [...tokens].join(' ') });
}

function entityValues(entity: EntityRecord) {
  const { firstDay, lastDay } = coveredDays(entity.date, entity.endDate);
  return {
    id: entity.id,
    mention_key: sortKeys.entityByMentions(entity),
    kind: entity.kind,
    name: entity.name,
    aliases: JSON.stringify(entity.aliases),
    description: entity.description,
    authority: entity.authority,
    candidates: JSON.stringify(entity.candidates),
    coordinates: entity.coordinates,
    mention_count: entity.mentionCount,
    first_date: entity.firstDate,
    last_date: entity.lastDate,
    date: entity.date,
    end_date: entity.endDate,
    duration: entity.duration,
    first_day: firstDay,
    last_day: lastDay,
    timeline_key: entity.kind === 'EVENT' && entity.date !== null ? sortKeys.timeline(entity.date, entity.id) : null,
  };
}

function insertEntity(database: SqliteDatabase, entity: EntityRecord): void {
  insertNames(database, insertRow(database, 'entity', entityValues(entity)), entity);
}

function updateEntity(database: SqliteDatabase, entity: EntityRecord, known: EntityRow): void {
  const values = entityValues(entity);
  const changes = Object.keys(values).map((column) => `${column} = :${column}`);
  database.run(`UPDATE entity SET ${changes.join(', ')} WHERE id = :id`, values);
  if (known.name === values.name && known.aliases === values.aliases) return;
  database.run('DELETE FROM entity_search WHERE rowid = :number', { number: known.number });
  insertNames(database, known.number, entity);
}

function readTally(database: SqliteDatabase, entity: string): EntityTally {
  const row = database.first<{ tally: string }>('SELECT tally FROM entity_tally WHERE entity = :entity', { entity });
  return row ? EntityTally.read(row.tally) : new EntityTally();
}

function readDates(database: SqliteDatabase, tally: EntityTally, entity: string): void {
  const dates = database.first<{ first: string | null; last: string | null }>(
    'SELECT min(document_date) AS first, max(document_date) AS last FROM contribution WHERE entity = :entity',
    { entity },
  );
  tally.setDates(dates?.first ?? null, dates?.last ?? null);
}

function writeSummary(database: SqliteDatabase, id: string, tally: EntityTally): void {
  const known = database.first<EntityRow>('SELECT * FROM entity WHERE id = :id', { id });
  const given = database.first<{ name: string | null }>('SELECT given_name AS name FROM identity WHERE id = :id', {
    id,
  });
  const entity = summarizeEntity(id, tally, given?.name);
  if (known === undefined) insertEntity(database, entity);
  else updateEntity(database, entity, known);
}

function deleteEntity(database: SqliteDatabase, id: string): void {
  database.run('DELETE FROM entity_search WHERE rowid = (SELECT number FROM entity WHERE id = :id)', { id });
  database.run('DELETE FROM entity WHERE id = :id', { id });
  database.run('DELETE FROM entity_tally WHERE entity = :id', { id });
}

/** Brings entities up to what documents now say of them; those of which none says anything go away. */
export function summarizeEntities(database: SqliteDatabase, { entities }: GraphChanges): void {
  for (const [entity, { removed, added }] of entities) {
    const tally = readTally(database, entity);
    tally.change(removed, added);
    if (tally.isEmpty) {
      deleteEntity(database, entity);
      continue;
    }
    if (tally.isDateLost) readDates(database, tally, entity);
    database.run('INSERT OR REPLACE INTO entity_tally (entity, tally) VALUES (:entity, :tally)', {
      entity,
      tally: tally.write(),
    });
    writeSummary(database, entity, tally);
  }
}

/** An entity that the store doesn't have. */
export interface Tallied {
  readonly id: string;
  readonly tally: EntityTally;
  /** What people named it. */
  readonly givenName: string | null;
}

/** Writes several of them, in this order. */
export function insertTallied(database: SqliteDatabase, all: readonly Tallied[]): void {
  const tallies = all.map(({ id, tally }) => [id, tally.write()]);
  insertRows(database, 'entity_tally', {}, ['entity', 'tally'], tallies);
  const entities = all.map(({ id, tally, givenName }) => summarizeEntity(id, tally, givenName));
  const rows = entities.map(entityValues);
  const first = insertRows(database, 'entity', {}, Object.keys(rows[0] ?? {}), rows.map(Object.values));
  entities.forEach((entity, index) => {
    insertNames(database, first + index, entity);
  });
}

/** Writes entities anew of which people say something else. */
export function renameEntities(database: SqliteDatabase, ids: readonly string[]): void {
  for (const id of ids) {
    const tally = readTally(database, id);
    if (!tally.isEmpty) writeSummary(database, id, tally);
  }
}
