import type { ObjectRef } from '@pothos/core';
import type { PassageTerm } from '../../src/search/passage-terms.js';
import type { DocumentHit, PassageHit } from '../../src/store/graph-search.js';
import { type BuilderTypes, builder } from '../builder.js';
import { recordCost, wrapperCost } from '../query-cost.js';
import { PassageTermType } from './passage-term.js';

type Hit = DocumentHit | PassageHit;

interface HitEdge {
  readonly node: Hit;
  readonly cursor: string;
}

export interface HitPage {
  readonly edges: readonly HitEdge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly terms: readonly PassageTerm[];
  readonly isCut: boolean;
}

interface HitWords {
  /** "passage" */
  readonly singular: string;
  /** What `truncated` says. */
  readonly truncated: string;
}

/** The connection of what a search found. Not made by the Relay plugin: it says more than a page. */
export function hitConnection<Page extends HitPage = HitPage>(
  hit: ObjectRef<BuilderTypes, Hit>,
  { singular, truncated }: HitWords,
) {
  const edge = builder.objectRef<HitEdge>(`${hit.name}Edge`).implement({
    description: `One of a page of ${singular}s that were searched for.`,
    fields: (t) => ({
      node: t.field({
        type: hit,
        description: `The ${singular}.`,
        complexity: recordCost,
        resolve: ({ node }) => node,
      }),
      cursor: t.exposeString('cursor', {
        description: `Place of the ${singular} among the hits of this query, for \`after\` and \`before\`. It holds while documents come and go.`,
      }),
    }),
  });
  return builder.objectRef<Page>(`${hit.name}Connection`).implement({
    description: `A page of ${singular}s, best first.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: `The ${singular}s of this page, each with its cursor.`,
        complexity: wrapperCost,
        resolve: ({ edges }) => [...edges],
      }),
      nodes: t.field({
        type: [hit],
        description: `The ${singular}s of this page.`,
        complexity: recordCost,
        resolve: ({ edges }) => edges.map(({ node }) => node),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Where this page stands.',
        complexity: wrapperCost,
        resolve: ({ pageInfo }) => pageInfo,
      }),
      terms: t.field({
        type: [PassageTermType],
        description: 'What the query was taken for. Where a name was meant as a word, "quotation marks" tell.',
        complexity: wrapperCost,
        resolve: ({ terms }) => [...terms],
      }),
      truncated: t.boolean({
        description: truncated,
        resolve: ({ isCut }) => isCut,
      }),
    }),
  });
}
