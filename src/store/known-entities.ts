import { UnknownEntityError } from '../errors.js';
import type { EntityRecord } from '../model/records.js';
import type { TraversalReader } from './traversal-reader.js';

/**
 * The entities that a walk was asked for, in the order asked.
 *
 * @throws {UnknownEntityError} for the first that the store lacks: a walk without it would answer another question.
 */
export async function checkKnown(reader: TraversalReader, ids: readonly string[]): Promise<readonly EntityRecord[]> {
  const records = await reader.entities(ids);
  return ids.map((id, index) => {
    const record = records[index];
    if (record?.id !== id) throw new UnknownEntityError(id);
    return record;
  });
}
