import type { LinkedIdentity } from '../../linking/identity.js';
import type { StoredMatch } from '../../linking/linking-tables.js';
import type { AccessTokenRecord } from '../../model/access-token.js';
import { type LedgerEntry, versionOfEntry } from '../../model/ledger.js';
import type { DocumentRecord, EntityContribution, EntityRecord, MatchRecord } from '../../model/records.js';
import type { RecordOf, RecordType } from '../brief-records.js';
import { evidenceFields, mentionFields } from '../record-fields.js';
import { rowOfValues } from '../row-of-values.js';

/**
 * What statements return of nodes and relationships: exactly the fields of the records, as lists or map projections.
 * A property that a node lacks comes as `null`, as the records want it.
 */

/** A list without elements is lacking where neo4j-admin imported the node. */
const lists: ReadonlySet<string> = new Set(['aliases', 'candidates', 'authors', 'addressees', 'about', 'reportedBy']);

/** What documents keep as JSON, since properties can't nest. */
const jsonFields: readonly string[] = [
  'archivalReference',
  'publishedIn',
  'coverage',
] satisfies (keyof DocumentRecord)[];

/** One that is missing is of an earlier release. */
function parseFields(row: Record<string, unknown>, fields: readonly string[]): void {
  for (const name of fields) row[name] = row[name] == null ? null : JSON.parse(row[name] as string);
}

export function listOf(variable: string, property: string): string {
  return `coalesce(${variable}.${property}, [])`;
}

function project(variable: string, properties: readonly string[]): string {
  const fields = properties.map((property) =>
    lists.has(property) ? `${property}: ${listOf(variable, property)}` : `.${property}`,
  );
  return `${variable} {${fields.join(', ')}}`;
}

const entityFields = [
  'id',
  'kind',
  'name',
  'aliases',
  'description',
  'authority',
  'candidates',
  'coordinates',
  'mentionCount',
  'firstDate',
  'lastDate',
  'date',
  'endDate',
  'duration',
] satisfies (keyof EntityRecord)[];

export function entityMap(variable: string): string {
  return project(variable, entityFields);
}

/** Of a relationship from a document to an entity, which tells the rest. */
export function contributionMap(variable: string): string {
  return project(variable, [
    ...(['name', 'aliases', 'description', 'authority', 'candidates', 'coordinates'] as const),
    ...(['date', 'endDate', 'duration', 'mentionCount'] as const),
  ] satisfies (keyof EntityContribution)[]);
}

const documentFields = [
  'id',
  'title',
  'date',
  'authors',
  'archivalReference',
  'publishedIn',
  'citation',
  'url',
  'translator',
  'originalLanguage',
  'summary',
  'format',
  'contentHash',
  'coverage',
  'textLength',
] satisfies (keyof DocumentRecord)[];

export function documentMap(variable: string): string {
  return project(variable, documentFields);
}

const wholeFields = {
  entity: entityFields,
  relation: ['id', 'type', 'source', 'target', 'title', 'modality', 'date', 'weight'],
  statement: [
    ...(['id', 'document', 'speaker', 'mode', 'addressees', 'about', 'reportedBy'] as const),
    ...(['quote', 'start', 'end', 'date'] as const),
  ],
  evidence: evidenceFields,
  mention: mentionFields,
  document: documentFields,
} as const satisfies { readonly [Type in RecordType]: readonly (keyof RecordOf<Type>)[] };

/** Of a relationship or of a node. */
export function relationMap(variable: string): string {
  return project(variable, wholeFields.relation);
}

/** How statements return records of one type: as lists, since the driver would make a key of each map's each. */
export interface Stored<T> {
  /** Of a node, or a relationship; a statement that has it is run with `parameters`. */
  returned(variable: string): string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  record(values: readonly unknown[]): T;
}

/**
 * Which fields are read is a parameter, so that a statement's text doesn't depend on it: the server plans each text anew. A list of
 * properties by their names would be slower to plan, too, since its type is worked out of theirs.
 *
 * @param fields - Those that are read; all where there are none.
 */
export function stored<Type extends RecordType>(
  type: Type,
  fields: ReadonlySet<string> | undefined,
): Stored<RecordOf<Type>> {
  const names: readonly string[] = wholeFields[type];
  const read = fields === undefined ? names : names.filter((name) => fields.has(name));
  const readLists = read.filter((name) => lists.has(name));
  const readJson = read.filter((name) => jsonFields.includes(name));
  return {
    returned: (variable) => `[field IN $${type}Fields | ${variable}[field]]`,
    parameters: { [`${type}Fields`]: read },
    record(values) {
      const row = rowOfValues(read, values);
      for (const name of readLists) row[name] ??= [];
      parseFields(row, readJson);
      return row as unknown as RecordOf<Type>;
    },
  };
}

export function identityMap(variable: string): string {
  return project(variable, [
    'id',
    'kind',
    'name',
    'authority',
    'entity',
    'givenName',
  ] satisfies (keyof LinkedIdentity)[]);
}

const matchProperties = [
  ...(['id', 'kind', 'left', 'right', 'leftName', 'rightName'] as const),
  ...(['verdict', 'score', 'reason', 'state'] as const),
] satisfies (keyof MatchRecord)[];

export function matchMap(variable: string): string {
  return project(variable, matchProperties);
}

export function storedMatchMap(variable: string): string {
  return project(variable, [...matchProperties, 'together'] satisfies (keyof StoredMatch)[]);
}

/** An entry as its node keeps it: what has parts of its own is JSON, since properties can't nest. */
export interface LedgerRow extends Pick<LedgerEntry, 'id' | 'by' | 'at' | 'note'> {
  readonly edit: string;
  readonly names: string;
  readonly undone: string | null;
}

export function ledgerMap(variable: string): string {
  return project(variable, ['id', 'by', 'at', 'note', 'edit', 'names', 'undone'] satisfies (keyof LedgerRow)[]);
}

/** With what its node is found by. */
export function toLedgerRow({ id, version, edit, names, by, at, note, undone }: LedgerEntry) {
  return {
    ...{ id, action: edit.action, by, at, note },
    edit: JSON.stringify(edit),
    names: JSON.stringify(names),
    undone: undone === null ? null : JSON.stringify(undone),
    changed: undone?.version ?? version,
  };
}

export function fromLedgerRow({ edit, names, undone, ...row }: LedgerRow): LedgerEntry {
  return {
    ...row,
    version: versionOfEntry(row.id),
    edit: JSON.parse(edit) as LedgerEntry['edit'],
    names: JSON.parse(names) as LedgerEntry['names'],
    undone: undone === null ? null : (JSON.parse(undone) as LedgerEntry['undone']),
  };
}

export function accessTokenMap(variable: string): string {
  return project(variable, [
    ...(['id', 'name', 'role', 'createdBy', 'createdAt'] as const),
    ...(['expiresAt', 'lastUsedOn', 'revokedBy', 'revokedAt'] as const),
  ] satisfies (keyof AccessTokenRecord)[]);
}

/** A document as its node keeps it: what has parts of its own is JSON, since properties can't nest. */
export interface DocumentRow extends Omit<DocumentRecord, 'archivalReference' | 'publishedIn' | 'coverage'> {
  readonly archivalReference: string | null;
  /** Missing where an earlier release wrote the document. */
  readonly publishedIn?: string | null;
  readonly coverage: string;
}

export function toDocumentRow(record: DocumentRecord): DocumentRow {
  const { archivalReference, publishedIn, coverage } = record;
  return {
    ...record,
    archivalReference: archivalReference === null ? null : JSON.stringify(archivalReference),
    publishedIn: publishedIn === null ? null : JSON.stringify(publishedIn),
    coverage: JSON.stringify(coverage),
  };
}

export function fromDocumentRow(row: DocumentRow): DocumentRecord {
  const record: Record<string, unknown> = { ...row };
  parseFields(record, jsonFields);
  return record as unknown as DocumentRecord;
}
