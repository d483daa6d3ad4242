import type { PassageTerm } from '../../src/search/passage-terms.js';
import type { PassageFacets, PassageHit } from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { recordCost, wrapperCost } from '../query-cost.js';
import { PassageFacetsType } from './passage-facets.js';
import { PassageHitEdgeRef, PassageHitType } from './passage-hit.js';
import { PassageTermType } from './passage-term.js';

interface PassageHitPage {
  readonly edges: readonly { readonly node: PassageHit; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly terms: readonly PassageTerm[];
  readonly isCut: boolean;
  readonly facets: () => Promise<PassageFacets>;
}

/** Not made by the Relay plugin: it says more than a page. */
export const PassageHitConnection = builder.objectRef<PassageHitPage>('PassageHitConnection').implement({
  description: 'A page of passages, best first.',
  fields: (t) => ({
    edges: t.field({
      type: [PassageHitEdgeRef],
      description: 'The passages of this page, each with its cursor.',
      complexity: wrapperCost,
      resolve: ({ edges }) => [...edges],
    }),
    nodes: t.field({
      type: [PassageHitType],
      description: 'The passages of this page.',
      complexity: recordCost,
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.expose('pageInfo', {
      type: builder.pageInfoRef(),
      description: 'Where this page stands.',
      complexity: wrapperCost,
    }),
    terms: t.field({
      type: [PassageTermType],
      description: 'What the query was taken for. Where a name was meant as a word, "quotation marks" tell.',
      complexity: wrapperCost,
      resolve: ({ terms }) => [...terms],
    }),
    truncated: t.boolean({
      description: 'Whether more claims have these words than are ranked, so that the latest were left out.',
      resolve: ({ isCut }) => isCut,
    }),
    facets: t.field({
      type: PassageFacetsType,
      description: 'All hits counted, not only those of this page.',
      complexity: recordCost,
      resolve: ({ facets }) => facets(),
    }),
  }),
});
