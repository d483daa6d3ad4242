import type { QueryFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { reads } from '../reads.js';
import { NodeRef } from '../references.js';

export const node = (t: QueryFields) =>
  t.field({
    type: NodeRef,
    nullable: true,
    description: 'The record with this identifier, of whatever type; null where there is none.',
    args: {
      id: t.arg.id({
        required: true,
        description: exampled(
          'Identifier of an entity, a document, a relation or anything else that has one.',
          'person:kim-il-sung',
        ),
      }),
    },
    // Of whatever it is, its type follows from its identifier.
    extensions: reads({ evidence: ['id'] }),
    resolve: async (_root, { id }, { loaders }) => (await loaders.node(id))?.record ?? null,
  });
