import { UnknownEntityError } from '../errors.js';
import type { TraversalReader } from './traversal-reader.js';

/**
 * That the store has the entities which a walk was asked for.
 *
 * @throws {UnknownEntityError} for the first that it lacks: a walk without it would answer another question.
 */
export async function checkKnown(reader: TraversalReader, ids: readonly string[]): Promise<void> {
  const unknown = new Set(await reader.unknown(ids));
  const first = ids.find((id) => unknown.has(id));
  if (first !== undefined) throw new UnknownEntityError(first);
}
