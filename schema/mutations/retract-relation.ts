import type { MutationFields } from '../builder.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { RelationRetractionRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const retractRelation = (t: MutationFields) =>
  t.field({
    type: RelationRetractionRef,
    ...needing(
      'EDITOR',
      'Takes a relation out of the graph with all its evidence, also where a document that comes later tells it. It is retracted between the identities for which documents told it, and whoever is one with them.',
    ),
    args: {
      relation: t.arg.id({
        required: true,
        description: exampled(
          'Identifier of the relation.',
          'relation:met-with/person:alexander-puzanov/person:kim-il-sung',
        ),
      }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { relation, ...change }, context) =>
      context.store.edit({ action: 'RETRACT', relation }, changeOf(context, change)),
  });
