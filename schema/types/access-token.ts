import type { IssuedToken } from '../../src/access/issue-token.js';
import { builder } from '../builder.js';
import { RoleEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { AccessTokenRef } from '../references.js';

AccessTokenRef.implement({
  description: 'A token that was given to somebody; never its secret, which the server does not know.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'In the order in which tokens were made.' }),
    name: t.exposeString('name', {
      description: exampled('Whose it is; what changes made with it are signed with.', 'Ann Quill'),
    }),
    role: t.expose('role', { type: RoleEnum, description: 'What it allows.' }),
    createdBy: t.exposeString('createdBy', { description: 'Who made it.' }),
    createdAt: t.exposeString('createdAt', { description: 'When: ISO 8601, UTC.' }),
    expiresAt: t.exposeString('expiresAt', {
      nullable: true,
      description: 'From when on it no longer holds; null where it stays.',
    }),
    lastUsedOn: t.exposeString('lastUsedOn', {
      nullable: true,
      description: 'The last day on which it was used; null before.',
    }),
    revokedBy: t.exposeString('revokedBy', { nullable: true, description: 'Who took it back.' }),
    revokedAt: t.exposeString('revokedAt', { nullable: true, description: 'When it was taken back.' }),
  }),
});

export const CreatedTokenType = builder.objectRef<IssuedToken>('CreatedToken').implement({
  description: 'A token that was made just now.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'What its owner sends as "authorization: Bearer …". Shown this once: keep it.',
    }),
    token: t.expose('record', { type: AccessTokenRef, description: 'What is kept of it.' }),
  }),
});
