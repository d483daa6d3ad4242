import type { DocumentRecord, GraphBatch, StatementRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { coveredDays } from '../date-window.js';
import { insertRow } from './insert-row.js';
import { deleteSearchTokens, insertSearchTokens } from './search-tokens-of-documents.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { summarizeEntities } from './summarize-entities.js';
import { summarizeRelations } from './summarize-relations.js';

/** The part of a statement's `roles` that each role is. */
export const roleBits = { SPEAKER: 1, ADDRESSEE: 2, SUBJECT: 4 } as const;

function json(value: unknown): string {
  return JSON.stringify(value);
}

function insertDocument(database: SqliteDatabase, document: DocumentRecord, batch: GraphBatch): void {
  const { firstDay, lastDay } = coveredDays(document.date);
  insertRow(database, 'document', {
    id: document.id,
    sort_key: sortKeys.document(document),
    fingerprint: batch.fingerprint,
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
  insertRow(database, 'document_text', { document: document.id, text: batch.text });
}

function insertContributions(database: SqliteDatabase, { document, entities }: GraphBatch): void {
  for (const contribution of entities) {
    insertRow(database, 'contribution', {
      entity: contribution.entity,
      document_key: sortKeys.document(document),
      document: document.id,
      document_date: document.date,
      kind: contribution.kind,
      name: contribution.name,
      aliases: json(contribution.aliases),
      description: contribution.description,
      authority: contribution.authority,
      candidates: json(contribution.candidates),
      coordinates: contribution.coordinates,
      date: contribution.date,
      end_date: contribution.endDate,
      duration: contribution.duration,
      mention_count: contribution.mentionCount,
      is_author: document.authors.includes(contribution.entity) ? 1 : 0,
    });
  }
}

function insertStatement(database: SqliteDatabase, statement: StatementRecord): void {
  const sortKey = sortKeys.statement(statement);
  const { firstDay, lastDay } = coveredDays(statement.date);
  insertRow(database, 'statement', {
    id: statement.id,
    sort_key: sortKey,
    timeline_key: statement.date === null ? null : sortKeys.timeline(statement.date, statement.id),
    document: statement.document,
    speaker: statement.speaker,
    mode: statement.mode,
    addressees: json(statement.addressees),
    about: json(statement.about),
    reported_by: json(statement.reportedBy),
    quote: statement.quote,
    start: statement.start,
    end: statement.end,
    date: statement.date,
    first_day: firstDay,
    last_day: lastDay,
  });
  const roles = new Map<string, number>([[statement.speaker, roleBits.SPEAKER]]);
  for (const entity of statement.addressees) roles.set(entity, (roles.get(entity) ?? 0) | roleBits.ADDRESSEE);
  for (const entity of statement.about) roles.set(entity, (roles.get(entity) ?? 0) | roleBits.SUBJECT);
  for (const [entity, bits] of roles) {
    insertRow(database, 'statement_party', { entity, sort_key: sortKey, roles: bits });
  }
}

function insertPassages(database: SqliteDatabase, batch: GraphBatch): void {
  for (const statement of batch.statements) insertStatement(database, statement);
  for (const mention of batch.mentions) {
    const { id, entity, document, text, start, end, kind } = mention;
    insertRow(database, 'mention', {
      id,
      sort_key: sortKeys.mention(mention),
      entity,
      document,
      text,
      start,
      end,
      kind,
    });
  }
  for (const evidence of batch.evidence) {
    const { id, claim, document, quote, start, end, date, extractor, rule, confidence } = evidence;
    const sort_key = sortKeys.evidence(evidence);
    insertRow(database, 'evidence', {
      ...{ id, sort_key, claim, document, quote, start, end, date, extractor, rule, confidence },
    });
  }
}

/** What a document speaks of, and so has to be summed up anew when it comes, changes or goes. */
interface Affected {
  readonly entities: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
}

function affectedBy(database: SqliteDatabase, documentId: string): Affected {
  const ids = (sql: string) => database.all<{ id: string }>(sql, { document: documentId }).map(({ id }) => id);
  return {
    entities: new Set(ids('SELECT entity AS id FROM contribution WHERE document = :document')),
    relations: new Set(ids('SELECT relation AS id FROM relation_support WHERE document = :document')),
  };
}

/** @returns Whether it was there. */
function deleteDocument(database: SqliteDatabase, documentId: string): boolean {
  deleteSearchTokens(database, documentId);
  return database.run('DELETE FROM document WHERE id = :id', { id: documentId }) > 0;
}

/** Within a transaction. @returns Whether the document was there. */
export function removeDocument(database: SqliteDatabase, documentId: string): boolean {
  const before = affectedBy(database, documentId);
  if (!deleteDocument(database, documentId)) return false;
  summarizeRelations(database, before.relations);
  summarizeEntities(database, before.entities);
  return true;
}

/** Within a transaction; the batch is valid. @returns Whether the document was there before. */
export function writeDocument(database: SqliteDatabase, batch: GraphBatch): boolean {
  const { document } = batch;
  const before = affectedBy(database, document.id);
  const wasThere = deleteDocument(database, document.id);
  insertDocument(database, document, batch);
  insertContributions(database, batch);
  for (const { id, title } of batch.relations) {
    insertRow(database, 'relation_support', { document: document.id, relation: id, title });
  }
  insertPassages(database, batch);
  insertSearchTokens(database, batch);
  const identities = new Map(batch.relations.map((relation) => [relation.id, relation]));
  summarizeRelations(database, new Set([...before.relations, ...identities.keys()]), identities);
  summarizeEntities(database, new Set([...before.entities, ...batch.entities.map(({ entity }) => entity)]));
  return wasThere;
}
