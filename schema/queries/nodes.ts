import { BadArgumentError } from '../../src/errors.js';
import type { QueryFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { limits } from '../limits.js';
import { reads } from '../reads.js';
import { NodeRef } from '../references.js';

export const nodes = (t: QueryFields) =>
  t.field({
    type: [NodeRef],
    nullable: { list: false, items: true },
    description: 'The records with these identifiers, in the order asked; null for those that are unknown.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: exampled(`At most ${limits.maxNodeIds} identifiers.`, [
          'person:kim-il-sung',
          'document:example-900105',
        ]),
      }),
    },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    // Of whatever it is, its type follows from its identifier.
    extensions: reads({ evidence: ['id'] }),
    resolve: (_root, { ids }, { loaders }) => {
      if (ids.length > limits.maxNodeIds) {
        throw new BadArgumentError(
          `ids names ${ids.length} records; the most is ${limits.maxNodeIds}.`,
          'Ask for them in several requests.',
        );
      }
      return ids.map(async (id) => (await loaders.node(id))?.record ?? null);
    },
  });
