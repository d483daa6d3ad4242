import type { QueryFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { reads } from '../reads.js';
import { DocumentRef } from '../references.js';

export const document = (t: QueryFields) =>
  t.field({
    type: DocumentRef,
    nullable: true,
    description: 'One document; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: exampled('Identifier of the document.', 'document:example-900105') }),
    },
    extensions: reads({}),
    resolve: (_root, { id }, { loaders }) => loaders.document(id),
  });
