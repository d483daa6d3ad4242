import type { EntityRecord } from '../../src/model/records.js';
import { builder } from '../builder.js';
import { checkedSize } from '../connection.js';
import { limits } from '../limits.js';
import { recordCost } from '../query-cost.js';
import { EntityRef, PatternChainRef, RelationRef } from '../references.js';

interface Hop {
  readonly from: EntityRecord;
  readonly to: EntityRecord;
  readonly relations: readonly string[];
}

const PatternHop = builder.objectRef<Hop>('PatternHop').implement({
  description: 'A step of a pattern as a chain takes it.',
  fields: (t) => ({
    from: t.expose('from', { type: EntityRef, description: 'Who stands where it begins.', complexity: recordCost }),
    to: t.expose('to', { type: EntityRef, description: 'Whom it leads to.', complexity: recordCost }),
    relationCount: t.int({
      description: 'How many relations make it: of several types, offices or ways of telling.',
      resolve: ({ relations }) => relations.length,
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'The relations that make it, each with its passages; in the order of their identifiers.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: limits.defaultHopRelations,
          description: `Most to give: 1 to ${limits.maxPageSize}.`,
        }),
      },
      resolve: ({ relations }, { first }, { loaders }) =>
        relations.slice(0, checkedSize('first', first, limits.maxPageSize)).map((id) => loaders.relation(id)),
    }),
  }),
});

PatternChainRef.implement({
  description: 'Entities that stand in a pattern, and the relations that they stand in.',
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      description: 'By place: the first where the pattern begins, then one for each step.',
      resolve: ({ chain }) => chain.entities,
    }),
    hops: t.field({
      type: [PatternHop],
      description: 'By step.',
      resolve: ({ chain: { entities, hops }, steps }) =>
        hops.flatMap((relations, index): readonly Hop[] => {
          const [from, to] = [entities[steps[index]?.from ?? 0], entities[index + 1]];
          return from && to ? [{ from, to, relations }] : [];
        }),
    }),
  }),
});
