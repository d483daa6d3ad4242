import { type Betweenness, betweenness, pageRank } from './centralities.js';
import { type Communities, communities } from './communities.js';
import type { DrawnGraph } from './drawn-graph.js';
import { type LayoutName, layouts } from './layouts.js';

/** What can be found out about a network, and in which form. */
export interface Findings extends Record<LayoutName, Float64Array> {
  readonly communities: Communities;
  readonly pageRank: Float64Array;
  readonly betweenness: Betweenness;
}

export type FindingName = keyof Findings;

/** Pure functions of the graph; a new measure or layout is a line here. */
export const findings: { readonly [Name in FindingName]: (graph: DrawnGraph) => Findings[Name] } = {
  communities,
  pageRank,
  betweenness: (graph) => betweenness(graph),
  ...layouts,
};
