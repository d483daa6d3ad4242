import type { ArchivalReference, Coverage, PublishedVolume } from '../../model/document-graph.js';
import { type LedgerEntry, versionOfEntry } from '../../model/ledger.js';
import type { EntityKind, Modality, RelationType, StatementMode } from '../../model/ontology.js';
import type { DocumentRecord, EntityRecord, MatchRecord, RelationRecord } from '../../model/records.js';

/** Rows of the tables, the columns that records are made of, and the records. libsql takes time for each value that it hands over. */

export interface EntityRow {
  readonly number: number;
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: string;
  readonly description: string | null;
  readonly authority: string | null;
  readonly candidates: string;
  readonly coordinates: string | null;
  readonly mention_count: number;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly date: string | null;
  readonly end_date: string | null;
  readonly duration: string | null;
}

export const entityColumns = [
  'id',
  'kind',
  'name',
  'aliases',
  'description',
  'authority',
  'candidates',
  'coordinates',
  'mention_count',
  'first_date',
  'last_date',
  'date',
  'end_date',
  'duration',
] as const satisfies readonly (keyof EntityRow)[];

export function entityRecord(row: EntityRow): EntityRecord {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    aliases: JSON.parse(row.aliases) as string[],
    description: row.description,
    authority: row.authority,
    candidates: JSON.parse(row.candidates) as string[],
    coordinates: row.coordinates,
    mentionCount: row.mention_count,
    firstDate: row.first_date,
    lastDate: row.last_date,
    date: row.date,
    endDate: row.end_date,
    duration: row.duration,
  };
}

export interface RelationRow {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  readonly title: string | null;
  readonly modality: Modality;
  readonly date: string | null;
  readonly weight: number;
}

export const relationColumns = [
  'id',
  'type',
  'source',
  'target',
  'title',
  'modality',
  'date',
  'weight',
] as const satisfies readonly (keyof RelationRow)[];

export function relationRecord(row: RelationRow): RelationRecord {
  return {
    id: row.id,
    type: row.type,
    source: row.source,
    target: row.target,
    title: row.title,
    modality: row.modality,
    date: row.date,
    weight: row.weight,
  };
}

export interface StatementRow {
  readonly id: string;
  readonly document: string;
  readonly speaker: string;
  readonly mode: StatementMode;
  readonly addressees: string;
  readonly about: string;
  readonly reported_by: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly date: string | null;
}

export const statementColumns = [
  'id',
  'document',
  'speaker',
  'mode',
  'addressees',
  'about',
  'reported_by',
  'quote',
  'start',
  'end',
  'date',
] as const satisfies readonly (keyof StatementRow)[];

export interface DocumentRow {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly authors: string;
  readonly archival_reference: string | null;
  readonly published_in: string | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly translator: string | null;
  readonly original_language: string | null;
  readonly summary: string | null;
  readonly format: string;
  readonly content_hash: string;
  readonly coverage: string;
  readonly text_length: number;
}

export const documentColumns = [
  'id',
  'title',
  'date',
  'authors',
  'archival_reference',
  'published_in',
  'citation',
  'url',
  'translator',
  'original_language',
  'summary',
  'format',
  'content_hash',
  'coverage',
  'text_length',
] as const satisfies readonly (keyof DocumentRow)[];

export function documentRecord(row: DocumentRow): DocumentRecord {
  return {
    id: row.id,
    title: row.title,
    date: row.date,
    authors: JSON.parse(row.authors) as string[],
    archivalReference:
      row.archival_reference === null ? null : (JSON.parse(row.archival_reference) as ArchivalReference),
    publishedIn: row.published_in === null ? null : (JSON.parse(row.published_in) as PublishedVolume),
    citation: row.citation,
    url: row.url,
    translator: row.translator,
    originalLanguage: row.original_language,
    summary: row.summary,
    format: row.format,
    contentHash: row.content_hash,
    coverage: JSON.parse(row.coverage) as Coverage,
    textLength: row.text_length,
  };
}

export interface MatchRow extends Omit<MatchRecord, 'left' | 'right' | 'leftName' | 'rightName'> {
  readonly left_id: string;
  readonly right_id: string;
  readonly left_name: string;
  readonly right_name: string;
}

export const matchColumns = [
  'id',
  'kind',
  'left_id',
  'right_id',
  'left_name',
  'right_name',
  'verdict',
  'score',
  'reason',
  'state',
] as const satisfies readonly (keyof MatchRow)[];

export function matchRecord(row: MatchRow): MatchRecord {
  return {
    id: row.id,
    kind: row.kind,
    left: row.left_id,
    right: row.right_id,
    leftName: row.left_name,
    rightName: row.right_name,
    verdict: row.verdict,
    score: row.score,
    reason: row.reason,
    state: row.state,
  };
}

export interface LedgerRow {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
  readonly edit: string;
  readonly names: string;
  readonly undone: string | null;
}

export const ledgerColumns = [
  'id',
  'by',
  'at',
  'note',
  'edit',
  'names',
  'undone',
] as const satisfies readonly (keyof LedgerRow)[];

export function ledgerEntry({ id, by, at, note, edit, names, undone }: LedgerRow): LedgerEntry {
  return {
    id,
    version: versionOfEntry(id),
    edit: JSON.parse(edit) as LedgerEntry['edit'],
    names: JSON.parse(names) as LedgerEntry['names'],
    by,
    at,
    note,
    undone: undone === null ? null : (JSON.parse(undone) as LedgerEntry['undone']),
  };
}

/** The columns as SELECT takes them, of a table under this name. */
export function selected(table: string, columns: readonly string[]): string {
  return columns.map((column) => `${table}.${column}`).join(', ');
}
