import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sortKeys } from '../../model/sort-key.js';
import { batchTokens } from '../../search/batch-tokens.js';
import { packSourceAsText } from '../source-batch.js';
import type { DocumentsPart, WholeStore, WrittenDocument } from '../whole-store.js';
import { ImportNumbers } from './import-numbers.js';
import { entityTables, importTables, nodeTables, relationshipTables, relationTables } from './import-schema.js';
import { arrayDelimiter, headerOf, ImportTable, type TableSchema } from './import-table.js';
import { contributionRows, documentRow, passageRows } from './insert-document.js';
import { toLedgerRow } from './node-records.js';
import { rankingId } from './rank-ties.js';
import { entityRow, relationRow } from './summarize.js';

/** What one thread writes at a time: some of the documents, or all that is known beside them. */
export type ImportPart = DocumentsPart | 'beside documents';

/** A file of a part, in the folder of the import. */
export interface WrittenFile {
  readonly table: string;
  readonly file: string;
  readonly rows: number;
  readonly longestField: number;
}

/** What was written, for whoever runs neo4j-admin. */
export interface ImportFiles {
  readonly nodes: number;
  readonly relationships: number;
  /** The command's arguments, but for its name: `database import full neo4j --nodes=…`. */
  readonly command: readonly string[];
}

/** The files of one part, each opened when its first line comes. */
class Tables {
  readonly #folder: string;
  readonly #suffix: string;
  readonly #numbers: ImportNumbers;
  readonly #tables = new Map<TableSchema, ImportTable>();

  constructor(folder: string, part: ImportPart) {
    this.#folder = folder;
    const number = typeof part === 'string' ? 0 : part.index;
    this.#suffix = String(number);
    this.#numbers = new ImportNumbers(number);
  }

  node(schema: TableSchema, id: string, properties: Readonly<Record<string, unknown>> = {}): void {
    this.#add(schema, [id], { id, ...properties });
  }

  relationship(
    schema: TableSchema,
    from: string,
    to: string,
    properties: Readonly<Record<string, unknown>> = {},
  ): void {
    this.#add(schema, [from, to], properties);
  }

  /** To be called between documents. */
  forgetDocument(): void {
    this.#numbers.forgetDocument();
  }

  close(): readonly WrittenFile[] {
    return [...this.#tables].map(([schema, table]) => {
      table.close();
      const { rows, longestField } = table;
      return { table: schema.name, file: this.#fileOf(schema), rows, longestField };
    });
  }

  #add(schema: TableSchema, ids: readonly string[], properties: Readonly<Record<string, unknown>>): void {
    const isOfDocument = (place: number) => schema.ends[place]?.isOfDocument ?? false;
    const ends = ids.map((id, place) => this.#numbers.of(id, isOfDocument(place)));
    this.#table(schema).add(ends, properties);
  }

  #fileOf({ name }: TableSchema): string {
    return `${name}.${this.#suffix}.csv.gz`;
  }

  #table(schema: TableSchema): ImportTable {
    const known = this.#tables.get(schema);
    if (known) return known;
    const table = new ImportTable(join(this.#folder, this.#fileOf(schema)), schema);
    this.#tables.set(schema, table);
    return table;
  }
}

function addDocument(tables: Tables, { source, packed, graph }: WrittenDocument): void {
  const { id } = graph.document;
  const tokens = batchTokens(graph);
  tables.node(nodeTables.Document, id, documentRow(graph, tokens));
  tables.node(nodeTables.Text, id, { text: graph.text });
  tables.relationship(relationshipTables.hasText, id, id);
  tables.node(nodeTables.Source, id, { batch: packed.toString('base64'), fingerprint: source.fingerprint });
  for (const { entity, kind, name, authority } of source.entities) {
    tables.relationship(relationshipTables.names, id, entity, { kind, name, authority });
  }
  for (const { entity, properties } of contributionRows(graph)) {
    tables.relationship(relationshipTables.mentions, id, entity, properties);
  }
  const relations = new Set(graph.relations.map((one) => one.id));
  const { statements, evidence } = passageRows(graph, tokens);
  for (const statement of statements) {
    tables.node(nodeTables.Statement, statement.id, statement);
    tables.relationship(relationshipTables.statementIn, statement.id, id);
    const of = (schema: TableSchema, entities: readonly string[]) => {
      for (const entity of new Set(entities)) tables.relationship(schema, statement.id, entity);
    };
    of(relationshipTables.spokenBy, [statement.speaker]);
    of(relationshipTables.addressedTo, statement.addressees);
    of(relationshipTables.about, statement.about);
    of(relationshipTables.reportedBy, statement.reportedBy);
  }
  for (const mention of graph.mentions) {
    tables.node(nodeTables.Mention, mention.id, { ...mention, sortKey: sortKeys.mention(mention) });
    tables.relationship(relationshipTables.mentionIn, mention.id, id);
    tables.relationship(relationshipTables.refersTo, mention.id, mention.entity);
  }
  for (const piece of evidence) {
    tables.node(nodeTables.Evidence, piece.id, piece);
    tables.relationship(relationshipTables.evidenceIn, piece.id, id);
    const { supportsRelation, supportsStatement } = relationshipTables;
    tables.relationship(relations.has(piece.claim) ? supportsRelation : supportsStatement, piece.id, piece.claim);
  }
}

function addSummaries(tables: Tables, store: WholeStore): void {
  for (const entity of store.entities()) {
    const { id, properties } = entityRow(entity);
    tables.node(entityTables[properties.kind], id, properties);
  }
  for (const { record, titles } of store.relations()) {
    const row = relationRow(record, titles);
    tables.node(nodeTables.Relation, record.id, { ...row.record, titles });
    tables.relationship(relationTables[record.type], record.source, record.target, row.record);
  }
}

function addRankings(tables: Tables, store: WholeStore): void {
  for (const { ties, ...ranking } of store.tieRankings()) {
    const id = rankingId(ranking);
    tables.node(nodeTables.TieRanking, id, { ...ranking, least: ties.at(-1)?.[1] ?? 0 });
    for (const [to, weight, relations] of ties) {
      tables.relationship(relationshipTables.ranks, id, to, { weight, relations });
    }
  }
}

function addLinks(tables: Tables, store: WholeStore): void {
  for (const key of store.nameKeys()) tables.node(nodeTables.NameKey, key, { key });
  for (const { keys, spellings, ...identity } of store.identities()) {
    tables.node(nodeTables.Identity, identity.id, { ...identity, spellings: JSON.stringify(spellings) });
    for (const key of keys) tables.relationship(relationshipTables.hasKey, identity.id, key);
  }
  for (const match of store.matches()) {
    tables.node(nodeTables.Match, match.id, { ...match, sortKey: sortKeys.match(match) });
    tables.relationship(relationshipTables.left, match.id, match.left);
    tables.relationship(relationshipTables.right, match.id, match.right);
  }
}

function addLedger(tables: Tables, store: WholeStore): void {
  const known = new Set<string>();
  for (const { entry, subjects } of store.ledger()) {
    tables.node(nodeTables.LedgerEntry, entry.id, toLedgerRow(entry));
    for (const subject of subjects) {
      if (!known.has(subject)) tables.node(nodeTables.LedgerSubject, subject);
      known.add(subject);
      tables.relationship(relationshipTables.concerns, entry.id, subject);
    }
  }
  for (const retracted of store.retracted()) {
    tables.node(nodeTables.Retracted, `${retracted.entry} ${retracted.relation}`, { ...retracted });
  }
  for (const batch of store.deletedDocuments()) {
    tables.node(nodeTables.DeletedDocument, batch.document.id, { batch: packSourceAsText(batch), text: batch.text });
  }
}

/**
 * Writes a part of what a store holds as files for `neo4j-admin database import`, into a folder that is there: all parts together are the same
 * nodes and relationships as writing its documents to Neo4j makes, but for the indexes, which are made when Diplograph opens the database.
 *
 * @param told - Called after each document.
 */
export function writeImportPart(
  store: WholeStore,
  folder: string,
  part: ImportPart,
  told: () => void,
): readonly WrittenFile[] {
  const tables = new Tables(folder, part);
  if (typeof part === 'string') {
    addSummaries(tables, store);
    addRankings(tables, store);
    addLinks(tables, store);
    addLedger(tables, store);
  } else {
    for (const document of store.documents(part)) {
      addDocument(tables, document);
      tables.forgetDocument();
      told();
    }
  }
  return tables.close();
}

/** Writes the headers of files that make up all parts. */
export function finishImportFiles(folder: string, written: readonly WrittenFile[]): ImportFiles {
  const rowsOf = (option: TableSchema['option']) =>
    written.filter(({ table }) => importTables.get(table)?.option === option).reduce((sum, { rows }) => sum + rows, 0);
  const longestField = Math.max(0, ...written.map((one) => one.longestField));
  // A character takes up to three bytes, and the buffer has to hold the longest field twice.
  const bufferMb = Math.max(4, Math.ceil((6 * longestField) / 2 ** 20));
  const tables = [...importTables.values()].flatMap((schema) => {
    const files = written.filter(({ table }) => table === schema.name).map(({ file }) => file);
    if (files.length === 0) return [];
    const header = `${schema.name}.csv`;
    writeFileSync(join(folder, header), headerOf(schema));
    return [`${schema.option}=${schema.labels}=${[header, ...files.sort()].join(',')}`];
  });
  const options = [
    '--id-type=integer',
    `--array-delimiter=${arrayDelimiter}`,
    '--multiline-fields=true',
    `--read-buffer-size=${bufferMb}m`,
    '--bad-tolerance=0',
  ];
  return {
    nodes: rowsOf('--nodes'),
    relationships: rowsOf('--relationships'),
    command: ['database', 'import', 'full', 'neo4j', ...options, ...tables],
  };
}
