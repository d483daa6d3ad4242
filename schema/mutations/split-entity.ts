import type { MutationFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { exampled } from '../exampled.js';
import { limits } from '../limits.js';
import { needing } from '../needed-role.js';
import { EntitySplitRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const splitEntity = (t: MutationFields) =>
  t.field({
    type: EntitySplitRef,
    ...needing(
      'EDITOR',
      'Takes identities out of an entity: they are one entity of their own, and none of those that stay. Where earlier entries call them the same, the error has the code CONFLICT and names what to undo.',
    ),
    args: {
      entity: t.arg.id({ required: true, description: exampled('Identifier of the entity.', 'person:choe-chang-ik') }),
      identities: t.arg.idList({
        required: true,
        description: exampled(`From 1 to ${limits.maxMerged} of its identities, but not all.`, [
          'person:tsoi-chang-ik',
        ]),
      }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { entity, identities, ...change }, context) => {
      const wanted = changeOf(context, change);
      const ids = checkedIds('identities', identities, 1, limits.maxMerged);
      return context.store.edit({ action: 'SPLIT', entity, identities: ids }, wanted);
    },
  });
