import type { DatedContribution } from '../../model/entity-tally.js';
import type { DocumentRecord, EntityContribution, GraphBatch } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { batchTokens } from '../../search/batch-tokens.js';
import { coveredDays } from '../date-window.js';
import { type DocumentClaims, GraphChanges, supportsOf } from '../graph-changes.js';
import { insertRow, insertRows } from './insert-row.js';
import { deleteSearchTokens } from './search-tokens-of-documents.js';
import type { Parameters, SqliteDatabase } from './sqlite-database.js';
import { summarizeEntities } from './summarize-entities.js';
import { summarizeRelations } from './summarize-relations.js';
import { TokenRows } from './token-rows.js';

/** The part of a statement's `roles` that each role is. */
export const roleBits = { SPEAKER: 1, ADDRESSEE: 2, SUBJECT: 4 } as const;

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** @returns Its rowid. */
function insertDocument(database: SqliteDatabase, document: DocumentRecord): number {
  const { firstDay, lastDay } = coveredDays(document.date);
  return insertRow(database, 'document', {
    id: document.id,
    sort_key: sortKeys.document(document),
    title: document.title,
    date: document.date,
    first_day: firstDay,
    last_day: lastDay,
    authors: json(document.authors),
    archival_reference: document.archivalReference === null ? null : json(document.archivalReference),
    published_in: document.publishedIn === null ? null : json(document.publishedIn),
    citation: document.citation,
    url: document.url,
    translator: document.translator,
    original_language: document.originalLanguage,
    summary: document.summary,
    format: document.format,
    content_hash: document.contentHash,
    coverage: json(document.coverage),
    text_length: document.textLength,
  });
}

/** What a document says of an entity. */
const toldColumns = [
  'entity',
  'kind',
  'name',
  'aliases',
  'description',
  'authority',
  'candidates',
  'coordinates',
  'date',
  'end_date',
  'duration',
  'mention_count',
] as const satisfies readonly (keyof ContributionRow)[];

function insertContributions(database: SqliteDatabase, table: string, { document, entities }: GraphBatch): void {
  const authors = new Set(document.authors);
  insertRows(
    database,
    table,
    { document_key: sortKeys.document(document), document: document.id, document_date: document.date },
    [...toldColumns, 'is_author'],
    entities.map((own) => [
      own.entity,
      own.kind,
      own.name,
      json(own.aliases),
      own.description,
      own.authority,
      json(own.candidates),
      own.coordinates,
      own.date,
      own.endDate,
      own.duration,
      own.mentionCount,
      authors.has(own.entity) ? 1 : 0,
    ]),
  );
}

const statementValues = [
  'speaker',
  'mode',
  'addressees',
  'about',
  'reported_by',
  'quote',
  'start',
  'end',
  'date',
  'first_day',
  'last_day',
];

/** @returns The rowid of the first; the others follow. */
function insertStatements(database: SqliteDatabase, { document, statements }: GraphBatch): number {
  const rows = statements.map((own) => {
    const { firstDay, lastDay } = coveredDays(own.date);
    return [
      own.speaker,
      own.mode,
      json(own.addressees),
      json(own.about),
      json(own.reportedBy),
      own.quote,
      own.start,
      own.end,
      own.date,
      firstDay,
      lastDay,
    ];
  });
  return insertRows(database, 'statement', { document: document.id }, statementValues, rows);
}

const evidenceValues = ['claim', 'start', 'end', 'quote', 'date', 'extractor', 'rule', 'confidence'];

/** @returns The rowid of the first; the others follow. */
function insertEvidence(database: SqliteDatabase, { document, evidence }: GraphBatch): number {
  const rows = evidence.map(({ claim, start, end, quote, date, extractor, rule, confidence }) => {
    return [claim, start, end, quote, date, extractor, rule, confidence];
  });
  return insertRows(database, 'evidence', { document: document.id }, evidenceValues, rows);
}

function insertMentions(database: SqliteDatabase, { document, mentions }: GraphBatch): void {
  insertRows(
    database,
    'mention',
    { document: document.id },
    ['start', 'end', 'entity', 'text', 'kind'],
    mentions.map(({ start, end, entity, text, kind }) => [start, end, entity, text, kind]),
  );
}

/**
 * The parties of statements, in the order of their table.
 *
 * @param condition - On `s`, a statement.
 */
export function insertParties(database: SqliteDatabase, condition: string, parameters: Parameters = {}): void {
  const named = (list: string) => `FROM statement AS s, json_each(s.${list}) AS party WHERE ${condition}`;
  const { SPEAKER, ADDRESSEE, SUBJECT } = roleBits;
  database.run(
    `INSERT INTO statement_party (entity, sort_key, roles)
     SELECT entity, sort_key, max(role & ${SPEAKER}) + max(role & ${ADDRESSEE}) + max(role & ${SUBJECT}) FROM (
       SELECT s.speaker AS entity, s.sort_key, ${SPEAKER} AS role FROM statement AS s WHERE ${condition}
       UNION ALL SELECT party.value, s.sort_key, ${ADDRESSEE} ${named('addressees')}
       UNION ALL SELECT party.value, s.sort_key, ${SUBJECT} ${named('about')})
     GROUP BY entity, sort_key`,
    parameters,
  );
}

/**
 * What one document says but for the parties of its statements, of which the store has nothing yet; what all say together is summed up
 * elsewhere.
 *
 * @param contributions - The table for what it says of entities.
 * @param tokens - Takes what is found of it by its words.
 */
export function insertClaims(
  database: SqliteDatabase,
  batch: GraphBatch,
  contributions: string,
  tokens: TokenRows,
): void {
  const { document, statements, evidence } = batch;
  const own = batchTokens(batch);
  tokens.add('document_search', insertDocument(database, document), own.document);
  insertContributions(database, contributions, batch);
  const supports = batch.relations.map(({ id, title }) => [id, title]);
  insertRows(database, 'relation_support', { document: document.id }, ['relation', 'title'], supports);
  const firstStatement = insertStatements(database, batch);
  statements.forEach(({ id }, index) => {
    tokens.add('statement_search', firstStatement + index, own.claims.get(id) ?? '');
  });
  insertMentions(database, batch);
  const firstEvidence = insertEvidence(database, batch);
  evidence.forEach(({ id }, index) => {
    // Of a statement's there are none: its own words are found.
    const passage = own.claims.get(id);
    if (passage !== undefined) tokens.add('evidence_search', firstEvidence + index, passage);
  });
}

export interface ContributionRow {
  readonly entity: string;
  readonly document_date: string | null;
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
  readonly mention_count: number;
}

export const contributionColumns = [...toldColumns, 'document_date'] as const;

export function contribution(row: ContributionRow): DatedContribution {
  return {
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
    mentionCount: row.mention_count,
    documentDate: row.document_date,
  };
}

function claimsOf(database: SqliteDatabase, document: string): DocumentClaims {
  const contributions = database.all<ContributionRow>('SELECT * FROM contribution WHERE document = :document', {
    document,
  });
  const titles = database.all<{ relation: string; title: string | null }>(
    'SELECT relation, title FROM relation_support WHERE document = :document',
    { document },
  );
  const evidence = database.all<{ claim: string; date: string | null }>(
    'SELECT claim, date FROM evidence WHERE document = :document',
    { document },
  );
  return {
    contributions: contributions.map(contribution),
    supports: supportsOf(evidence, new Map(titles.map(({ relation, title }) => [relation, title]))),
  };
}

function deleteDocument(database: SqliteDatabase, id: string): void {
  deleteSearchTokens(database, id);
  database.run('DELETE FROM document WHERE id = :id', { id });
}

function isStored(database: SqliteDatabase, id: string): boolean {
  return database.first('SELECT 1 FROM document WHERE id = :id', { id }) !== undefined;
}

function summarize(database: SqliteDatabase, changes: GraphChanges): void {
  summarizeRelations(database, changes);
  summarizeEntities(database, changes);
}

/** Within a transaction. @returns Whether the document was there. */
export function removeDocument(database: SqliteDatabase, id: string): boolean {
  if (!isStored(database, id)) return false;
  const changes = new GraphChanges();
  changes.remove(claimsOf(database, id));
  deleteDocument(database, id);
  summarize(database, changes);
  return true;
}

/** Within a transaction; the batches are valid, of a document each. */
export function writeDocuments(database: SqliteDatabase, batches: readonly GraphBatch[]): void {
  const changes = new GraphChanges();
  const tokens = new TokenRows();
  for (const batch of batches) {
    const { id } = batch.document;
    if (isStored(database, id)) {
      changes.remove(claimsOf(database, id));
      deleteDocument(database, id);
    }
    changes.add(batch);
    insertClaims(database, batch, 'contribution', tokens);
    insertParties(database, 's.document = :id', { id });
  }
  summarize(database, changes);
  tokens.write(database);
}
