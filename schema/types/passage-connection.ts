import type { PassageFacets } from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { recordCost } from '../query-cost.js';
import { type HitPage, hitConnection } from './hit-connection.js';
import { PassageFacetsType } from './passage-facets.js';
import { PassageHitType } from './passage-hit.js';

interface PassageHitPage extends HitPage {
  readonly facets: () => Promise<PassageFacets>;
}

export const PassageHitConnection = hitConnection<PassageHitPage>(PassageHitType, {
  singular: 'passage',
  truncated:
    'Whether more claims were found than are ranked, so that the latest were left out. Those with all words are ranked before others, which are only looked for where a page has room for them.',
});

builder.objectField(PassageHitConnection, 'facets', (t) =>
  t.field({
    type: PassageFacetsType,
    description: 'All hits counted, not only those of this page.',
    complexity: recordCost,
    resolve: ({ facets }) => facets(),
  }),
);
