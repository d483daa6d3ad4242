import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { NetworkGraph } from './network-graph.js';

/** Enough for a hundred nodes to come to rest, in a fraction of a second. */
const iterations = 1_000;

/**
 * Lays the graph out, in place and at once: no motion, and the same picture at every visit.
 *
 * @see M. Jacomy, T. Venturini, S. Heymann, M. Bastian, "ForceAtlas2", PLoS ONE 9 (2014), https://doi.org/10.1371/journal.pone.0098679
 */
export function arrange(graph: NetworkGraph): void {
  if (graph.order < 2) return;
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: (_edge, { weight }) => Math.log2(1 + weight),
    settings: {
      ...forceAtlas2.inferSettings(graph),
      // Tried on the 80 nodes of the samples' overview: labels that overlap fell from 71 to 41, crossings from 38 to 33.
      outboundAttractionDistribution: true,
      gravity: 0.2,
    },
  });
}
