import type { MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { EntityRenameRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const renameEntity = (t: MutationFields) =>
  t.field({
    type: EntityRenameRef,
    ...needing(
      'EDITOR',
      'Gives an entity the name that it shows. The name that documents give it stays as an alias, its identifier and all texts stay as they are.',
    ),
    args: {
      entity: t.arg.id({ required: true, description: exampled('Identifier of the entity.', 'person:pak-chong-ae') }),
      name: t.arg.string({
        required: true,
        description: exampled('From 1 to 300 characters in one line.', 'Pak Chŏng-ae'),
      }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { entity, name, ...change }, context) =>
      context.store.edit({ action: 'RENAME', entity, name }, changeOf(context, change)),
  });
