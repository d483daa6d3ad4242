import { UnknownEntityError } from '../../src/errors.js';
import type { NodeRecord } from '../../src/model/records.js';
import type { Loaders } from '../loaders.js';

/** The record that another record names. @throws {UnknownEntityError} when it went away in between. */
export async function knownNode(loaders: Loaders, id: string): Promise<NodeRecord['record']> {
  const node = await loaders.node(id);
  if (node === null) throw new UnknownEntityError(id);
  return node.record;
}
