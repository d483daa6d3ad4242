import type { NodeRecord } from '../model/records.js';

export type RecordType = NodeRecord['type'];
export type RecordOf<Type extends RecordType> = Extract<NodeRecord, { readonly type: Type }>['record'];

/**
 * What most questions ask of a record, and what walks need of those that they meet: each value that a database hands over takes its
 * time. Where SQLite reads records by their identifiers or of walks, one has these alone or all, and mentions are whole.
 */
export const briefFields = {
  entity: ['id', 'kind', 'name'],
  relation: ['id', 'type', 'source', 'target', 'weight'],
  statement: ['id', 'document', 'speaker', 'mode', 'quote', 'date'],
  evidence: ['document', 'quote', 'start', 'end'],
  document: ['id', 'title', 'date'],
} as const satisfies { readonly [Type in RecordType]?: readonly (keyof RecordOf<Type>)[] };

/** What a question reads of what a store gives: that has to be there, and whatever else may be. */
export interface Reading {
  /** Of records of each type the fields; of a type that is missing all are read. */
  readonly fields: ReadonlyMap<RecordType, ReadonlySet<string>>;
  /** Whether cursors are read of pages. */
  readonly cursors: boolean;
  /** Whether it is read that there is more than a page. */
  readonly more: boolean;
}

export const readsAll: Reading = { fields: new Map(), cursors: true, more: true };

/** The fields to read where walks need those of brief records themselves. @returns `undefined` for all. */
export function fieldsOfWalks(type: RecordType, { fields }: Reading): ReadonlySet<string> | undefined {
  const read = fields.get(type);
  const brief: readonly string[] = type in briefFields ? briefFields[type as keyof typeof briefFields] : [];
  return read === undefined ? undefined : new Set([...brief, ...read]);
}

/** The fields to read where brief records do; `null` for all. */
export function fieldsRead(type: RecordType, { fields }: Reading): readonly string[] | null {
  const read = fields.get(type);
  if (read === undefined || !(type in briefFields)) return null;
  const brief: readonly string[] = briefFields[type as keyof typeof briefFields];
  return [...read].every((field) => brief.includes(field)) ? brief : null;
}
