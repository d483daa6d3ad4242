import type { MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { LedgerEntryRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const undo = (t: MutationFields) =>
  t.field({
    type: LedgerEntryRef,
    ...needing(
      'EDITOR',
      'Takes an entry of the ledger back as a whole, as if it had never been made. It stays to be read.',
    ),
    args: {
      entry: t.arg.id({ required: true, description: exampled('Identifier of the entry.', 'edit:00000012') }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { entry, ...change }, context) => context.store.undo(entry, changeOf(context, change)),
  });
