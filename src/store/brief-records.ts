import type { NodeRecord } from '../model/records.js';

export type RecordType = NodeRecord['type'];
export type RecordOf<Type extends RecordType> = Extract<NodeRecord, { readonly type: Type }>['record'];

/**
 * What most questions ask of a record: each value that a database hands over takes its time. Where every other choice of fields
 * would be another statement, which Neo4j plans anew for up to a second, a record has these alone or all. Mentions are read
 * whole there.
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

/** The fields to read where brief records do; `null` for all. */
export function fieldsRead(type: RecordType, { fields }: Reading): readonly string[] | null {
  const read = fields.get(type);
  if (read === undefined || !(type in briefFields)) return null;
  const brief: readonly string[] = briefFields[type as keyof typeof briefFields];
  return [...read].every((field) => brief.includes(field)) ? brief : null;
}
