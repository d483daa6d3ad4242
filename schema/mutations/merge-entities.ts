import type { MutationFields } from '../builder.js';
import { checkedIds } from '../checked-ids.js';
import { exampled } from '../exampled.js';
import { limits } from '../limits.js';
import { needing } from '../needed-role.js';
import { EntityMergeRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const mergeEntities = (t: MutationFields) =>
  t.field({
    type: EntityMergeRef,
    ...needing(
      'EDITOR',
      'Makes several entities one: all their identities are the same. Where earlier entries keep two of them apart, the error has the code CONFLICT and names what to undo.',
    ),
    args: {
      entities: t.arg.idList({
        required: true,
        description: exampled(`From 2 to ${limits.maxMerged} entities of one kind.`, [
          'person:choe-chang-ik',
          'person:tsoi-chang-ik',
        ]),
      }),
      into: t.arg.id({
        description: exampled(
          'One of them, or of their identities: the merged entity takes its identifier and shows its name. The names settle it where left out.',
          'person:choe-chang-ik',
        ),
      }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { entities, into, ...change }, context) => {
      const wanted = changeOf(context, change);
      const ids = checkedIds('entities', entities, 2, limits.maxMerged);
      return context.store.edit({ action: 'MERGE', entities: ids, into: into ?? null }, wanted);
    },
  });
