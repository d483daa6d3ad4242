import { mostMissingTerms } from '../src/search/missing-terms.js';
import { mostQueryWords } from '../src/search/passage-query.js';

/**
 * What one request may ask for. Small enough that a public server stays answerable, large enough for GraphiQL's
 * introspection, the worked queries and the drawing of a whole network.
 */
export const limits = {
  /**
   * Levels of fields. A chain of three connections written out with `edges` and `node`, and a scalar at its end,
   * is 12 levels; the rest is for inline fragments, which some counters take as a level.
   */
  maxDepth: 16,
  /** Most records that a query may ask for, as `schema/query-cost.ts` counts them. */
  maxComplexity: 50_000,
  /** Fields of a query, those of a fragment counted wherever it is spread. The longest worked query has 21. */
  maxFields: 500,
  defaultPageSize: 20,
  maxPageSize: 100,
  /** Identifiers of one `nodes` query. */
  maxNodeIds: 100,
  maxSearchHits: 100,
  /** UTF-16 code units of what somebody types to get suggestions. */
  maxTypedCharacters: 200,
  defaultSuggestions: 8,
  maxSuggestions: 20,
  /** UTF-16 code units and words of a search of passages. */
  maxQueryCharacters: 1_000,
  maxQueryWords: mostQueryWords,
  /** Words and names of it that a passage may miss. */
  maxMissing: mostMissingTerms,
  defaultSnippetCharacters: 240,
  maxSnippetCharacters: 2_000,
  /** Values of a facet. */
  defaultFacetValues: 10,
  maxFacetValues: 100,
  /** Hops around a centre, and entities of the answer, as in the contract of the store. */
  maxNeighbourhoodDepth: 4,
  maxCenters: 20,
  /** Neighbours that a walk goes to from one entity. */
  defaultBreadth: 200,
  maxBreadth: 1_000,
  defaultThinned: 10,
  defaultNeighbourhoodSize: 100,
  maxNeighbourhoodSize: 2_000,
  /** Relations between the entities of a neighbourhood or network: some megabytes. */
  defaultEdges: 20_000,
  maxEdges: 50_000,
  defaultNetworkSize: 200,
  maxNetworkSize: 10_000,
  defaultCommunities: 20,
  defaultPathHops: 4,
  maxPathHops: 6,
  maxPaths: 20,
  /** Entities that `connectionsBetween`, and that `commonNeighbours` and `coPresence` take. */
  maxBetween: 500,
  maxCompared: 20,
  /** Relations of one hop of a pattern: seldom more than two. */
  defaultHopRelations: 5,
  defaultPaths: 5,
  maxAvoided: 100,
  /** UTF-16 code units of text on either side of a passage. */
  defaultContextCharacters: 200,
  maxContextCharacters: 2_000,
  /** Entities of one merge, and identities that are split off at once. */
  maxMerged: 100,
  /** UTF-16 code units of the reason for an edit. */
  maxNoteCharacters: 2_000,
} as const;
