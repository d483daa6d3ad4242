import type { GraphPath } from '../../src/store/graph-store.js';
import { builder } from '../builder.js';
import { EntityRef, RelationRef } from '../references.js';

export const Path = builder.objectRef<GraphPath>('Path').implement({
  description: 'A chain of relations from one entity to another.',
  fields: (t) => ({
    length: t.int({ description: 'Number of relations.', resolve: ({ relations }) => relations.length }),
    entities: t.expose('entities', {
      type: [EntityRef],
      description: 'From the first end to the last: one more than there are relations.',
    }),
    relations: t.expose('relations', {
      type: [RelationRef],
      description: 'In the order of the walk; each in its own direction.',
    }),
  }),
});
