import type { SearchHit } from '../../src/store/graph-store.js';
import { builder } from '../builder.js';
import { wrapperCost } from '../query-cost.js';
import { EntityRef } from '../references.js';

export const SearchHitType = builder.objectRef<SearchHit>('SearchHit').implement({
  description: 'An entity whose name is like what was looked for.',
  fields: (t) => ({
    entity: t.expose('entity', { type: EntityRef, description: 'What was found.', complexity: wrapperCost }),
    matched: t.exposeString('matched', { description: 'The name or alias that matched best.' }),
    score: t.exposeFloat('score', { description: 'How alike, from 0 to 1.' }),
  }),
});
