/// <reference lib="webworker" />
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweenness from 'graphology-metrics/centrality/betweenness';
import pagerank from 'graphology-metrics/centrality/pagerank';
import type { MeasureName, MeasureTask } from './measures.js';

declare const self: DedicatedWorkerGlobalScope;

type Graph = UndirectedGraph<Record<string, never>, { weight: number }>;

/**
 * Numbers of communities by their size, the largest 0; of equal ones the one whose first node comes first.
 *
 * @see V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech. (2008) P10008
 */
function communities(graph: Graph): Record<string, number> {
  // Always the same order of visits, so that the same picture has the same communities.
  const found = louvain(graph, { getEdgeWeight: 'weight', randomWalk: false, rng: () => 0.5 });
  const sizes = new Map<number, number>();
  for (const community of Object.values(found)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const bySize = [...sizes].sort(([, a], [, b]) => b - a).map(([community]) => community);
  const ranks = new Map(bySize.map((community, rank) => [community, rank]));
  return Object.fromEntries(Object.entries(found).map(([node, community]) => [node, ranks.get(community) ?? 0]));
}

/** @see U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25 (2001), pp. 163–177 */
const measures: Readonly<Record<MeasureName, (graph: Graph) => Record<string, number>>> = {
  community: communities,
  betweenness: (graph) => betweenness(graph, { getEdgeWeight: null }),
  pagerank: (graph) => pagerank(graph, { getEdgeWeight: 'weight' }),
};

self.onmessage = ({ data: { names, nodes, edges } }: MessageEvent<MeasureTask>) => {
  const graph: Graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (const [source, target, weight] of edges) graph.addEdge(source, target, { weight });
  self.postMessage(Object.fromEntries(names.map((name) => [name, measures[name](graph)])));
};
