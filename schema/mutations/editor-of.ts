import { DiplographError } from '../../src/errors.js';
import type { SchemaContext } from '../context.js';

/** Who makes the change. @throws {DiplographError} UNAUTHORIZED for a reader. */
export function editorOf({ editor }: SchemaContext): string {
  if (editor !== null) return editor;
  throw new DiplographError(
    'UNAUTHORIZED',
    'Only who has the admin token may change something.',
    'Send it in the header "authorization: Bearer …"; the server takes it from DIPLOGRAPH_ADMIN_TOKEN.',
  );
}
