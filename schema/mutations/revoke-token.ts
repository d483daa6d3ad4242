import { revokeToken as revoke } from '../../src/access/issue-token.js';
import type { MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { AccessTokenRef } from '../references.js';
import { editorOf } from './editor-of.js';

export const revokeToken = (t: MutationFields) =>
  t.field({
    type: AccessTokenRef,
    ...needing('ADMIN', 'Takes a token back, at once and for good. What was changed with it stays.'),
    args: {
      id: t.arg.id({ required: true, description: exampled('Identifier of the token.', 'token:019ac0ffee12a1b2c3d4') }),
    },
    resolve: (_root, { id }, context) => revoke(context.store.tokens, id, editorOf(context)),
  });
