import type { PassageTerm } from '../../src/search/passage-terms.js';
import { snippetRange } from '../../src/search/snippet.js';
import { textParts } from '../../src/search/text-parts.js';
import type { DocumentHit } from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { checkedSize } from '../connection.js';
import { limits } from '../limits.js';
import { recordCost, wrapperCost } from '../query-cost.js';
import { DocumentRef } from '../references.js';
import { SnippetType } from './passage-hit.js';
import { PassageTermType } from './passage-term.js';
import { TextPartType } from './text-part.js';

const DocumentHitType = builder.objectRef<DocumentHit>('DocumentHit').implement({
  description: 'A document that answers a search.',
  fields: (t) => ({
    document: t.expose('document', { type: DocumentRef, description: 'The document.', complexity: wrapperCost }),
    score: t.exposeFloat('score', {
      description: 'From 0 to 1: a half for the words that its title or archival reference has, a half for its text.',
    }),
    titleParts: t.field({
      type: [TextPartType],
      description: 'Its title in parts, the words looked for marked.',
      complexity: wrapperCost,
      resolve: ({ document, titleRanges }) => [...textParts(document.title, titleRanges)],
    }),
    snippet: t.field({
      type: SnippetType,
      nullable: true,
      description: 'Where its text says most of what was looked for; null where only its title or reference does.',
      args: {
        characters: t.arg.int({
          required: true,
          defaultValue: limits.defaultSnippetCharacters,
          description: `Most UTF-16 code units of it: 1 to ${limits.maxSnippetCharacters}. Words are not cut.`,
        }),
      },
      resolve: async ({ document, focus, highlights }, { characters }, { loaders }) => {
        const size = checkedSize('characters', characters, limits.maxSnippetCharacters);
        if (highlights.length === 0) return null;
        const quote = await loaders.text(document.id);
        return { ...snippetRange(quote, focus, size), hit: { quote, highlights, start: 0 } };
      },
    }),
  }),
});

const DocumentHitEdgeRef = builder
  .objectRef<{ readonly node: DocumentHit; readonly cursor: string }>('DocumentHitEdge')
  .implement({
    description: 'One of a page of documents that were searched for.',
    fields: (t) => ({
      node: t.expose('node', { type: DocumentHitType, description: 'The hit.', complexity: recordCost }),
      cursor: t.exposeString('cursor', {
        description:
          'Place of the document among the hits of this query, for `after` and `before`. It holds while documents come and go.',
      }),
    }),
  });

interface DocumentHitConnectionPage {
  readonly edges: readonly { readonly node: DocumentHit; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly terms: readonly PassageTerm[];
  readonly isCut: boolean;
}

export const DocumentHitConnection = builder.objectRef<DocumentHitConnectionPage>('DocumentHitConnection').implement({
  description: 'A page of documents, best first.',
  fields: (t) => ({
    edges: t.field({
      type: [DocumentHitEdgeRef],
      description: 'The hits of this page, each with its cursor.',
      complexity: wrapperCost,
      resolve: ({ edges }) => [...edges],
    }),
    nodes: t.field({
      type: [DocumentHitType],
      description: 'The hits of this page.',
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
      description: 'What the query was taken for.',
      complexity: wrapperCost,
      resolve: ({ terms }) => [...terms],
    }),
    truncated: t.boolean({
      description: 'Whether more documents have these words than are ranked, so that the latest were left out.',
      resolve: ({ isCut }) => isCut,
    }),
  }),
});
