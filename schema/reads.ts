import type { RecordOf, RecordType } from '../src/store/brief-records.js';

/** Fields of records. */
export type Reads = { readonly [Type in RecordType]?: readonly (keyof RecordOf<Type>)[] };

/**
 * For `extensions` of a field: what its resolver reads of records. A field that exposes a part of its own record needn't
 * say so. Where neither is known of a field that is asked for, every record is read whole (`reading-of.ts`).
 */
export function reads(fields: Reads): { readonly reads: Reads } {
  return { reads: fields };
}
