import type { MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { DocumentDeletionRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const deleteDocument = (t: MutationFields) =>
  t.field({
    type: DocumentDeletionRef,
    ...needing(
      'EDITOR',
      'Takes a document out of the graph, with all that only it tells. It is kept, and stays out when it is ingested again, until the entry is undone.',
    ),
    args: {
      id: t.arg.id({ required: true, description: exampled('Identifier of the document.', 'document:example-900105') }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { id, ...change }, context) =>
      context.store.edit({ action: 'DELETE_DOCUMENT', document: id }, changeOf(context, change)),
  });
