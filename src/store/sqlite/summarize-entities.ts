import { type DatedContribution, summarizeEntity } from '../../model/entity-summary.js';
import type { EntityContribution, EntityRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { searchTokens } from '../../names/search-tokens.js';
import { coveredDays } from '../date-window.js';
import { insertRow } from './insert-row.js';
import type { EntityRow } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** What a number of documents say of an entity in the same words. */
interface VoiceRow {
  readonly entity: string;
  readonly kind: EntityContribution['kind'];
  readonly name: string;
  readonly aliases: string;
  readonly description: string | null;
  readonly authority: string | null;
  readonly candidates: string;
  readonly coordinates: string | null;
  readonly date: string | null;
  readonly end_date: string | null;
  readonly duration: string | null;
  readonly mentions: number;
  readonly first_document: string | null;
  readonly last_document: string | null;
  /** The name that people gave the entity, in every row. */
  readonly given_name: string | null;
}

/** Two contributions for all of a voice: its mentions with its first document's date, and its last one's date. */
function contributions(row: VoiceRow): readonly DatedContribution[] {
  const first: DatedContribution = {
    entity: row.entity,
    kind: row.kind,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    description: row.description,
    authority: row.authority,
    candidates: JSON.parse(row.candidates) as string[],
    coordinates: row.coordinates,
    date: row.date,
    endDate: row.end_date,
    duration: row.duration,
    mentionCount: row.mentions,
    documentDate: row.first_document,
  };
  return [first, { ...first, mentionCount: 0, documentDate: row.last_document }];
}

/** The entity as all documents now speak of it; `null` where none does. */
function summary(database: SqliteDatabase, id: string): EntityRecord | null {
  // A body that a thousand documents speak of has a few voices: grouped here, they needn't all be read.
  const voices = database.all<VoiceRow>(
    `SELECT entity, kind, name, aliases, description, authority, candidates, coordinates, date, end_date, duration,
       sum(mention_count) AS mentions, min(document_date) AS first_document, max(document_date) AS last_document,
       (SELECT given_name FROM identity WHERE id = :id) AS given_name
     FROM contribution WHERE entity = :id
     GROUP BY name, aliases, description, authority, candidates, coordinates, date, end_date, duration`,
    { id },
  );
  const [first, ...rest] = voices.flatMap(contributions);
  return first ? summarizeEntity([first, ...rest], voices[0]?.given_name) : null;
}

function writeNames(database: SqliteDatabase, number: number, entity: EntityRecord): void {
  const names = [entity.name, ...entity.aliases];
  const tokens = new Set(names.flatMap(searchTokens));
  database.run('DELETE FROM entity_search WHERE rowid = :number', { number });
  insertRow(database, 'entity_search', { rowid: number, tokens: [...tokens].join(' ') });
}

function writeEntity(database: SqliteDatabase, entity: EntityRecord, known: EntityRow | undefined): void {
  const { firstDay, lastDay } = coveredDays(entity.date, entity.endDate);
  const values = {
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
  if (!known) {
    insertRow(database, 'entity', values);
    const row = database.first<EntityRow>('SELECT * FROM entity WHERE id = :id', { id: entity.id });
    if (row) writeNames(database, row.number, entity);
    return;
  }
  const changes = Object.keys(values).map((column) => `${column} = :${column}`);
  database.run(`UPDATE entity SET ${changes.join(', ')} WHERE id = :id`, values);
  if (known.name !== values.name || known.aliases !== values.aliases) writeNames(database, known.number, entity);
}

/** Sums up entities from what documents now say of them; those of which none says anything go away. */
export function summarizeEntities(database: SqliteDatabase, ids: ReadonlySet<string>): void {
  for (const id of ids) {
    const known = database.first<EntityRow>('SELECT * FROM entity WHERE id = :id', { id });
    const entity = summary(database, id);
    if (entity) {
      writeEntity(database, entity, known);
    } else if (known) {
      database.run('DELETE FROM entity_search WHERE rowid = :number', { number: known.number });
      database.run('DELETE FROM entity WHERE number = :number', { number: known.number });
    }
  }
}
