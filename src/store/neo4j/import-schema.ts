import {
  type EntityKind,
  entityKindNames,
  entityKinds,
  type RelationType,
  relationTypeNames,
} from '../../model/ontology.js';
import type { Columns, EndColumn, TableSchema } from './import-table.js';
import { tieWeight } from './tie-weight.js';

const texts = <Name extends string>(...names: readonly Name[]): Columns =>
  Object.fromEntries(names.map((name) => [name, 'string'] as const));

const said: Columns = {
  ...texts('name', 'description', 'authority', 'coordinates', 'date', 'endDate', 'duration'),
  ...{ aliases: 'string[]', candidates: 'string[]', mentionCount: 'long' },
};
const place: Columns = { start: 'long', end: 'long' };
/** First what walks look at: the server reads an element's properties one after another, as they stand in the files. */
const relation: Columns = {
  weight: 'long',
  ...texts('type', 'modality', 'sourceKind', 'targetKind', 'source', 'target', 'date', 'title'),
};

/** What nodes of a label hold, beside what identifies them. */
const nodeColumns = {
  Document: {
    ...texts('title', 'date', 'archivalReference', 'publishedIn', 'citation', 'url', 'translator', 'originalLanguage'),
    ...texts('summary', 'format', 'contentHash', 'coverage', 'firstDay', 'lastDay', 'sortKey'),
    ...texts('fingerprint', 'searchTokens'),
    ...{ authors: 'string[]', textLength: 'long' },
  },
  Text: texts('text'),
  Relation: { ...relation, titles: 'string' },
  Statement: {
    ...texts('document', 'speaker', 'mode', 'quote', 'date', 'passageTokens', 'firstDay', 'lastDay', 'sortKey'),
    ...{ addressees: 'string[]', about: 'string[]', reportedBy: 'string[]', ...place },
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
  TieRanking: { ...texts('entity', 'kind'), neighbours: 'long', relations: 'long', least: 'long' },
} as const satisfies Readonly<Record<string, Columns>>;
type NodeLabel = keyof typeof nodeColumns;
type Label = NodeLabel | 'Entity';

const entityColumns: Columns = {
  ...texts('kind'),
  ...said,
  ...texts('firstDate', 'lastDate', 'firstDay', 'lastDay', 'mentionsKey', 'timelineKey'),
  ...texts('searchTokens', 'tally'),
  ...Object.fromEntries(['', ...entityKindNames].map((kind) => [`${tieWeight}${kind}`, 'long' as const])),
};

/** Named by rows of their own document alone. */
const labelsOfDocument: ReadonlySet<Label> = new Set(['Text', 'Source', 'Statement', 'Evidence', 'Mention']);

function end(column: string, label: Label): EndColumn {
  return { header: `:${column}(${label})`, isOfDocument: labelsOfDocument.has(label) };
}

function nodes(label: Label, columns: Columns, kind?: string): TableSchema {
  const labels = kind === undefined ? label : `${label}:${kind}`;
  return { option: '--nodes', labels, name: kind ?? label, ends: [end('ID', label)], columns };
}

function relationships(type: string, from: Label, to: Label, columns: Columns = {}): TableSchema {
  const ends = [end('START_ID', from), end('END_ID', to)];
  return { option: '--relationships', labels: type, name: `${from}-${type}-${to}`, ends, columns };
}

function record<Key extends string, T>(keys: readonly Key[], of: (key: Key) => T): Readonly<Record<Key, T>> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, T>;
}

/** The property that identifies nodes of a label. */
const identifiedBy: Readonly<Partial<Record<NodeLabel, Columns>>> = { NameKey: texts('key'), Retracted: {} };
const byId = texts('id');

export const nodeTables = record(Object.keys(nodeColumns) as NodeLabel[], (label) =>
  nodes(label, { ...(identifiedBy[label] ?? byId), ...nodeColumns[label] }),
);

export const entityTables = record(Object.keys(entityKinds) as EntityKind[], (kind) =>
  nodes('Entity', { ...byId, ...entityColumns }, entityKinds[kind].typeName),
);

/** A relation's own relationship is found by its identifier, too. */
export const relationTables = record<RelationType, TableSchema>(relationTypeNames, (type) =>
  relationships(type, 'Entity', type === 'AUTHORED' ? 'Document' : 'Entity', { ...relation, ...byId }),
);

export const relationshipTables = {
  hasText: relationships('HAS_TEXT', 'Document', 'Text'),
  names: relationships('NAMES', 'Source', 'Identity', texts('kind', 'name', 'authority')),
  mentions: relationships('MENTIONS', 'Document', 'Entity', said),
  statementIn: relationships('STANDS_IN', 'Statement', 'Document'),
  spokenBy: relationships('SPOKEN_BY', 'Statement', 'Entity'),
  addressedTo: relationships('ADDRESSED_TO', 'Statement', 'Entity'),
  about: relationships('ABOUT', 'Statement', 'Entity'),
  reportedBy: relationships('REPORTED_BY', 'Statement', 'Entity'),
  mentionIn: relationships('STANDS_IN', 'Mention', 'Document'),
  refersTo: relationships('REFERS_TO', 'Mention', 'Entity'),
  evidenceIn: relationships('STANDS_IN', 'Evidence', 'Document'),
  supportsRelation: relationships('SUPPORTS', 'Evidence', 'Relation'),
  supportsStatement: relationships('SUPPORTS', 'Evidence', 'Statement'),
  hasKey: relationships('HAS_KEY', 'Identity', 'NameKey'),
  left: relationships('LEFT', 'Match', 'Identity'),
  right: relationships('RIGHT', 'Match', 'Identity'),
  ranks: relationships('RANKS', 'TieRanking', 'Entity', { weight: 'long', relations: 'long' }),
  concerns: relationships('CONCERNS', 'LedgerEntry', 'LedgerSubject'),
} as const satisfies Readonly<Record<string, TableSchema>>;

/** By their names. */
export const importTables: ReadonlyMap<string, TableSchema> = new Map(
  [nodeTables, entityTables, relationshipTables, relationTables]
    .flatMap((tables): readonly TableSchema[] => Object.values(tables))
    .map((table) => [table.name, table]),
);
