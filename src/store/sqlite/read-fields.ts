import { fieldsRead, type Reading, type RecordType } from '../brief-records.js';
import { evidenceFields, mentionFields } from '../record-fields.js';
import { documentColumns, entityColumns, relationColumns, statementColumns } from './rows.js';

/** A value of a record, which SQLite writes as JSON. */
export interface ReadField {
  /** In the record. */
  readonly name: string;
  readonly column: string;
  /** @param value - Name of what the column holds. */
  json(value: string): string;
}

const columnsOf: { readonly [Type in RecordType]: readonly string[] } = {
  entity: entityColumns,
  relation: relationColumns,
  statement: statementColumns,
  evidence: evidenceFields,
  mention: mentionFields,
  document: documentColumns,
};

/** Columns that hold JSON. */
const ofJson: ReadonlySet<string> = new Set([
  ...['aliases', 'candidates', 'addressees', 'about', 'reported_by'],
  ...['authors', 'archival_reference', 'published_in', 'coverage'],
]);
/** Columns that hold fractions, of which SQLite's own JSON keeps fifteen digits. */
const ofFractions: ReadonlySet<string> = new Set(['confidence', 'score']);

function fieldOf(name: string, column: string): ReadField {
  if (ofJson.has(column)) return { name, column, json: (value) => `json(${value})` };
  if (ofFractions.has(column)) return { name, column, json: (value) => `json(printf('%!.17g', ${value}))` };
  return { name, column, json: (value) => value };
}

/** Fields under the names of their columns. */
export function rowFields(columns: readonly string[]): readonly ReadField[] {
  return columns.map((column) => fieldOf(column, column));
}

/** "mention_count" is `mentionCount` of a record. */
function fieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

const allFields: ReadonlyMap<string, readonly ReadField[]> = new Map(
  Object.entries(columnsOf).map(([type, columns]) => [
    type,
    columns.map((column) => fieldOf(fieldName(column), column)),
  ]),
);

function fieldsThat(type: RecordType, isRead: (name: string) => boolean): readonly ReadField[] {
  return (allFields.get(type) ?? []).filter(({ name }) => isRead(name));
}

/** What is read of records of a type. */
export function readFields(type: RecordType, { fields }: Reading): readonly ReadField[] {
  const read = fields.get(type);
  return fieldsThat(type, (name) => read === undefined || read.has(name));
}

/** What is read of records that are looked at here too: brief where that is enough, or whole. */
export function briefFieldsOrAll(type: RecordType, reading: Reading): readonly ReadField[] {
  const brief = fieldsRead(type, reading);
  return fieldsThat(type, (name) => brief === null || brief.includes(name));
}

/** An object of JSON. @param nameOf - What SQL calls a field's value. */
export function jsonObject(fields: readonly ReadField[], nameOf: (field: ReadField, at: number) => string): string {
  return `json_object(${fields.map((field, at) => `'${field.name}', ${field.json(nameOf(field, at))}`).join(', ')})`;
}
