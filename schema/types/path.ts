import type { FoundPaths, GraphPath } from '../../src/store/graph-walks.js';
import { builder } from '../builder.js';
import { encodeCursor } from '../cursor.js';
import { recordCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { EntityRef, RelationRef } from '../references.js';

export const Path = builder.objectRef<GraphPath>('Path').implement({
  description: 'A chain of relations from one entity to another.',
  fields: (t) => ({
    length: t.int({
      description: 'Number of relations.',
      extensions: reads({}),
      resolve: ({ relations }) => relations.length,
    }),
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

export const Paths = builder.objectRef<FoundPaths>('Paths').implement({
  description: 'Paths between two entities, and what was left out of them.',
  fields: (t) => ({
    paths: t.expose('paths', {
      type: [Path],
      description: 'Shortest first, then in the order of the identifiers of their entities.',
      complexity: recordCost,
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether there are or may be more paths than these.' }),
    after: t.string({
      nullable: true,
      description:
        'Where to go on: the same question with this `after`. Null where these are all, or longer ones are too much to look for.',
      extensions: reads({}),
      resolve: ({ after }) => (after === null ? null : encodeCursor('path', after)),
    }),
    searchedHops: t.exposeInt('searchedHops', {
      description:
        'All paths of up to so many hops were looked for. Less than maxHops where these are enough, or where longer ones are too much to look for.',
    }),
    hubsAvoided: t.exposeInt('hubsAvoided', {
      description: 'How many entities the search met and avoidHubsAbove kept out.',
    }),
  }),
});
