import { pagerank } from 'graphology-metrics/centrality/index.js';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import type { DrawnGraph } from './drawn-graph.js';
import { directed, undirected } from './graphology-graph.js';

/** Nodes and ties that betweenness looks at, over all sources: some two seconds of one core. */
const betweennessSteps = 100_000_000;
/** Never fewer sources than this. */
const leastSources = 200;

/** For each node, how many others it is tied to. */
export function degrees({ order, left, right }: DrawnGraph): Uint32Array {
  const degree = new Uint32Array(order);
  for (const ends of [left, right]) for (const node of ends) degree[node] = (degree[node] ?? 0) + 1;
  return degree;
}

/**
 * For each node, the part of the time that somebody spends there who follows relations at random, heavier ones more
 * often, and begins anew anywhere in 15 of 100 steps.
 *
 * @see S. Brin, L. Page, "The anatomy of a large-scale hypertextual web search engine", Computer Networks 30 (1998),
 *   pp. 107–117, https://doi.org/10.1016/S0169-7552(98)00110-X
 */
export function pageRank(graph: DrawnGraph): Float64Array {
  if (graph.order === 0) return new Float64Array(0);
  // An error of 1e-12 a node: each step leaves at most 0.85 of it, so that far fewer than these steps reach it.
  const ranks = pagerank(directed(graph), {
    getEdgeWeight: 'weight',
    alpha: 0.85,
    tolerance: 1e-12,
    maxIterations: 400,
  });
  return Float64Array.from({ length: graph.order }, (_, node) => ranks[node] ?? 0);
}

export interface Betweenness {
  /** From 0 to 1: the part of all pairs of other nodes between which it lies on the shortest paths. */
  readonly betweenness: Float64Array;
  /** From how many nodes paths were followed. Fewer than all: the values are estimates. */
  readonly sources: number;
}

/** From how many nodes to follow paths: from all while that is cheap enough. Depends on the size of the graph alone. */
function sourceCount({ order, left }: DrawnGraph, steps: number): number {
  const affordable = Math.floor(steps / (order + 2 * left.length));
  return Math.min(order, Math.max(leastSources, affordable));
}

/**
 * Over ties without weights or direction. Where following paths from every node is too much, they are followed from
 * some, evenly spread over the identifiers.
 *
 * @see U. Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25 (2001),
 *   pp. 163–177, https://doi.org/10.1080/0022250X.2001.9990249; for the estimate U. Brandes, C. Pich, "Centrality
 *   estimation in large networks", International Journal of Bifurcation and Chaos 17 (2007), pp. 2303–2318,
 *   https://doi.org/10.1142/S0218127407018403
 */
export function betweenness(graph: DrawnGraph, steps = betweennessSteps): Betweenness {
  const { order } = graph;
  const sums = new Float64Array(order);
  if (order < 3) return { betweenness: sums, sources: order };
  const sources = sourceCount(graph, steps);
  const follow = createUnweightedIndexedBrandes(undirected(graph));
  const dependency = new Float64Array(order);
  for (let at = 0; at < sources; at += 1) {
    const source = Math.floor((at * order) / sources);
    const [farthestLast, predecessors, paths] = follow(source);
    dependency.fill(0);
    while (farthestLast.size > 0) {
      const node = farthestLast.pop() as number;
      const share = (1 + (dependency[node] ?? 0)) / (paths[node] ?? 1);
      for (const before of predecessors[node] ?? [])
        dependency[before] = (dependency[before] ?? 0) + share * (paths[before] ?? 0);
      if (node !== source) sums[node] = (sums[node] ?? 0) + (dependency[node] ?? 0);
    }
  }
  const pairs = ((order - 1) * (order - 2) * sources) / order;
  return { betweenness: sums.map((sum) => sum / pairs), sources };
}
