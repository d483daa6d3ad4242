import type { SchemaContext } from '../context.js';
import { refusal } from '../needed-role.js';

/** Who makes the change and signs it. @throws {UnauthenticatedError} without a token: the field asked for no role. */
export function editorOf({ caller }: SchemaContext): string {
  if (caller !== null) return caller.name;
  throw refusal(caller, 'EDITOR');
}
