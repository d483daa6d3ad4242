import { issueToken } from '../../src/access/issue-token.js';
import type { MutationFields } from '../builder.js';
import { RoleEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { CreatedTokenType } from '../types/access-token.js';
import { editorOf } from './editor-of.js';

export const createToken = (t: MutationFields) =>
  t.field({
    type: CreatedTokenType,
    ...needing('ADMIN', 'Makes a token for somebody. Its secret is shown in this answer and never again.'),
    args: {
      name: t.arg.string({
        required: true,
        description: exampled(
          'Whose it is; what changes made with it are signed with. One line of at most 100 characters.',
          'Ann Quill',
        ),
      }),
      role: t.arg({ type: RoleEnum, required: true, description: 'What it allows.' }),
      expiresAt: t.arg.string({
        description: exampled(
          'From when on it no longer holds: a day (from its beginning in UTC) or a moment ("2030-12-31T18:00:00Z"). Left out, it holds until it is revoked.',
          '2030-12-31',
        ),
      }),
    },
    resolve: (_root, { name, role, expiresAt }, context) =>
      issueToken(context.store.tokens, { name, role, expiresAt: expiresAt ?? null, by: editorOf(context) }),
  });
