import type { NodeRecord } from '../model/records.js';

export type RecordType = NodeRecord['type'];
export type RecordOf<Type extends RecordType> = Extract<NodeRecord, { readonly type: Type }>['record'];

/**
 * What most questions ask of a record: each value that a database hands over takes its time. A record has these fields
 * alone or all, and nothing in between: every other choice would be another statement, which a database plans anew.
 * Mentions are read whole.
 */
export const briefFields = {
  entity: ['id', 'kind', 'name'],
  relation: ['id', 'type', 'source', 'target', 'weight'],
  statement: ['id', 'document', 'speaker', 'mode', 'quote', 'date'],
  evidence: ['document', 'quote', 'start', 'end'],
  document: ['id', 'title', 'date'],
} as const satisfies { readonly [Type in RecordType]?: readonly (keyof RecordOf<Type>)[] };

/** The types of which a question reads `briefFields` and nothing else. */
export type BriefTypes = ReadonlySet<RecordType>;

export const wholeRecords: BriefTypes = new Set();

/** The fields to read where a question asks for no more of a type; `null` for all. */
export function fieldsRead(type: RecordType, brief: BriefTypes): readonly string[] | null {
  return brief.has(type) && type in briefFields ? briefFields[type as keyof typeof briefFields] : null;
}

/** A record of these fields alone, out of a row that has more. */
export function pick<T>(fields: readonly string[]): (row: Readonly<Record<string, unknown>>) => T {
  return (row) => {
    const record: Record<string, unknown> = {};
    for (const field of fields) record[field] = row[field];
    return record as T;
  };
}
