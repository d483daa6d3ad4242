import { join } from 'node:path';
import { sortKeys } from '../../model/sort-key.js';
import { batchTokens } from '../../search/batch-tokens.js';
import { packSourceAsText } from '../source-batch.js';
import type { WholeStore, WrittenDocument } from '../whole-store.js';
import { arrayDelimiter, type Columns, ImportTable } from './import-table.js';
import { contributionRows, documentRow, passageRows } from './insert-document.js';
import { toLedgerRow } from './node-records.js';
import { entityRow, relationRow } from './summarize.js';

const texts = <Name extends string>(...names: readonly Name[]): Columns =>
  Object.fromEntries(names.map((name) => [name, 'string'] as const));

const said: Columns = {
  ...texts('name', 'description', 'authority', 'coordinates', 'date', 'endDate', 'duration'),
  ...{ aliases: 'string[]', candidates: 'string[]', mentionCount: 'long' },
};
const place: Columns = { start: 'long', end: 'long' };
const relation: Columns = {
  ...texts('type', 'source', 'target', 'title', 'modality', 'date', 'sourceKind', 'targetKind'),
  weight: 'long',
};

/** A relation's own relationship is found by its identifier, too. */
const relationship: Columns = { id: 'string', ...relation };

/** What nodes of a label hold, beside the identifier by which relationships find them. */
const nodeColumns = {
  Document: {
    ...texts('title', 'date', 'archivalReference', 'publishedIn', 'citation', 'url', 'translator', 'originalLanguage'),
    ...texts('summary', 'format', 'contentHash', 'coverage', 'firstDay', 'lastDay', 'sortKey', 'timelineKey'),
    ...texts('fingerprint', 'searchTokens'),
    ...{ authors: 'string[]', textLength: 'long' },
  },
  Text: texts('text'),
  Relation: { ...relation, titles: 'string' },
  Statement: {
    ...texts('document', 'speaker', 'mode', 'quote', 'date', 'passageTokens', 'firstDay', 'lastDay', 'sortKey'),
    ...{ timelineKey: 'string', addressees: 'string[]', about: 'string[]', reportedBy: 'string[]', ...place },
  },
  Evidence: {
    ...texts('claim', 'document', 'quote', 'date', 'extractor', 'rule', 'passageTokens', 'sortKey', 'claimTitle'),
    ...{ confidence: 'double', ...place },
  },
  Mention: { ...texts('entity', 'document', 'text', 'kind', 'sortKey'), ...place },
  Source: texts('batch', 'fingerprint'),
  Identity: texts('kind', 'name', 'authority', 'spellings', 'entity', 'givenName'),
  NameKey: {},
  Match: {
    ...texts('kind', 'left', 'right', 'leftName', 'rightName', 'verdict', 'reason', 'state', 'sortKey'),
    ...{ score: 'double', together: 'long' },
  },
  LedgerEntry: { ...texts('action', 'by', 'at', 'note', 'edit', 'names', 'undone'), changed: 'long' },
  LedgerSubject: {},
  Retracted: texts('entry', 'relation', 'source', 'target'),
  DeletedDocument: texts('batch', 'text'),
} as const satisfies Readonly<Record<string, Columns>>;
type Label = keyof typeof nodeColumns | 'Entity';

const entityColumns: Columns = {
  ...said,
  ...texts(
    'kind',
    'firstDate',
    'lastDate',
    'firstDay',
    'lastDay',
    'mentionsKey',
    'timelineKey',
    'searchTokens',
    'tally',
  ),
};

/** The property that identifies nodes of a label; those marked as retracted have none. */
const identifiedBy = (label: Label): string => (label === 'NameKey' ? 'key' : label === 'Retracted' ? '' : 'id');

/** What was written, for whoever runs neo4j-admin. */
export interface ImportFiles {
  readonly nodes: number;
  readonly relationships: number;
  /** The command's arguments, but for its name: `database import full neo4j --nodes=…`. */
  readonly command: readonly string[];
}

/** The files of one import, each opened when its first line comes. */
class Tables {
  readonly #folder: string;
  /** By the argument that names it. */
  readonly #tables = new Map<string, ImportTable>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  node(label: Label, id: string, properties: Readonly<Record<string, unknown>> = {}, kind?: string): void {
    const labels = kind === undefined ? label : `${label}:${kind}`;
    const columns = label === 'Entity' ? entityColumns : nodeColumns[label];
    this.#table(`--nodes=${labels}`, kind ?? label, [`${identifiedBy(label)}:ID(${label})`], columns).add(
      [id],
      properties,
    );
  }

  relationship(
    type: string,
    from: readonly [label: Label, id: string],
    to: readonly [label: Label, id: string],
    properties: Readonly<Record<string, unknown>> = {},
    columns: Columns = {},
  ): void {
    const ends = [`:START_ID(${from[0]})`, `:END_ID(${to[0]})`];
    this.#table(`--relationships=${type}`, `${from[0]}-${type}-${to[0]}`, ends, columns).add(
      [from[1], to[1]],
      properties,
    );
  }

  close(): ImportFiles {
    const all = [...this.#tables].map(([argument, table]) => ({ argument, table }));
    for (const { table } of all) table.close();
    const rowsOf = (option: string) =>
      all.filter(({ argument }) => argument.startsWith(option)).reduce((sum, { table }) => sum + table.rows, 0);
    const longestField = Math.max(0, ...all.map(({ table }) => table.longestField));
    // A character takes up to three bytes, and the buffer has to hold the longest field twice.
    const bufferMb = Math.max(4, Math.ceil((6 * longestField) / 2 ** 20));
    const options = [
      `--array-delimiter=${arrayDelimiter}`,
      '--multiline-fields=true',
      `--read-buffer-size=${bufferMb}m`,
      '--bad-tolerance=0',
    ];
    return {
      nodes: rowsOf('--nodes'),
      relationships: rowsOf('--relationships'),
      command: ['database', 'import', 'full', 'neo4j', ...options, ...this.#tables.keys()],
    };
  }

  #table(option: string, name: string, ends: readonly string[], columns: Columns): ImportTable {
    const file = `${name}.csv`;
    const argument = `${option}=${file}`;
    const table = this.#tables.get(argument) ?? new ImportTable(join(this.#folder, file), ends, columns);
    this.#tables.set(argument, table);
    return table;
  }
}

function addDocument(tables: Tables, { source, graph }: WrittenDocument): void {
  const { id } = graph.document;
  const tokens = batchTokens(graph);
  tables.node('Document', id, documentRow(graph, tokens));
  tables.node('Text', id, { text: graph.text });
  tables.relationship('HAS_TEXT', ['Document', id], ['Text', id]);
  tables.node('Source', id, { batch: packSourceAsText(source), fingerprint: source.fingerprint });
  for (const { entity, kind, name, authority } of source.entities) {
    const properties = { kind, name, authority };
    tables.relationship('NAMES', ['Source', id], ['Identity', entity], properties, texts('kind', 'name', 'authority'));
  }
  for (const { entity, properties } of contributionRows(graph)) {
    tables.relationship('MENTIONS', ['Document', id], ['Entity', entity], properties, said);
  }
  const relations = new Set(graph.relations.map((one) => one.id));
  const { statements, evidence } = passageRows(graph, tokens);
  for (const statement of statements) {
    tables.node('Statement', statement.id, statement);
    const of = (type: string, entities: readonly string[]) => {
      for (const entity of new Set(entities))
        tables.relationship(type, ['Statement', statement.id], ['Entity', entity]);
    };
    tables.relationship('STANDS_IN', ['Statement', statement.id], ['Document', id]);
    of('SPOKEN_BY', [statement.speaker]);
    of('ADDRESSED_TO', statement.addressees);
    of('ABOUT', statement.about);
    of('REPORTED_BY', statement.reportedBy);
  }
  for (const mention of graph.mentions) {
    tables.node('Mention', mention.id, { ...mention, sortKey: sortKeys.mention(mention) });
    tables.relationship('STANDS_IN', ['Mention', mention.id], ['Document', id]);
    tables.relationship('REFERS_TO', ['Mention', mention.id], ['Entity', mention.entity]);
  }
  for (const piece of evidence) {
    tables.node('Evidence', piece.id, piece);
    tables.relationship('STANDS_IN', ['Evidence', piece.id], ['Document', id]);
    const claim = relations.has(piece.claim) ? 'Relation' : 'Statement';
    tables.relationship('SUPPORTS', ['Evidence', piece.id], [claim, piece.claim]);
  }
}

function addSummaries(tables: Tables, store: WholeStore): void {
  for (const entity of store.entities()) {
    const { id, label, properties } = entityRow(entity);
    tables.node('Entity', id, properties, label);
  }
  for (const { record, titles } of store.relations()) {
    const row = relationRow(record, titles);
    tables.node('Relation', record.id, { ...row.record, titles });
    const target = record.type === 'AUTHORED' ? 'Document' : 'Entity';
    tables.relationship(record.type, ['Entity', record.source], [target, record.target], row.record, relationship);
  }
}

function addLinks(tables: Tables, store: WholeStore): void {
  for (const key of store.nameKeys()) tables.node('NameKey', key);
  for (const { keys, spellings, ...identity } of store.identities()) {
    tables.node('Identity', identity.id, { ...identity, spellings: JSON.stringify(spellings) });
    for (const key of keys) tables.relationship('HAS_KEY', ['Identity', identity.id], ['NameKey', key]);
  }
  for (const match of store.matches()) {
    tables.node('Match', match.id, { ...match, sortKey: sortKeys.match(match) });
    tables.relationship('LEFT', ['Match', match.id], ['Identity', match.left]);
    tables.relationship('RIGHT', ['Match', match.id], ['Identity', match.right]);
  }
}

function addLedger(tables: Tables, store: WholeStore): void {
  const known = new Set<string>();
  for (const { entry, subjects } of store.ledger()) {
    tables.node('LedgerEntry', entry.id, toLedgerRow(entry));
    for (const subject of subjects) {
      if (!known.has(subject)) tables.node('LedgerSubject', subject);
      known.add(subject);
      tables.relationship('CONCERNS', ['LedgerEntry', entry.id], ['LedgerSubject', subject]);
    }
  }
  for (const retracted of store.retracted()) {
    tables.node('Retracted', `${retracted.entry} ${retracted.relation}`, { ...retracted });
  }
  for (const batch of store.deletedDocuments()) {
    tables.node('DeletedDocument', batch.document.id, {
      batch: packSourceAsText(batch),
      text: batch.text,
    });
  }
}

/**
 * Writes what a store holds as files for `neo4j-admin database import`, into a folder that is there: the same nodes and relationships as
 * writing its documents to Neo4j makes, but for the indexes, which are made when Diplograph opens the database.
 *
 * @param told - Called with the number of documents that are written.
 */
export async function writeImportFiles(
  store: WholeStore,
  folder: string,
  told: (documents: number) => Promise<void>,
): Promise<ImportFiles> {
  const tables = new Tables(folder);
  let documents = 0;
  for (const document of store.documents()) {
    addDocument(tables, document);
    documents += 1;
    await told(documents);
  }
  addSummaries(tables, store);
  addLinks(tables, store);
  addLedger(tables, store);
  return tables.close();
}
