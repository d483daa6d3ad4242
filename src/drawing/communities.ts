import louvainModule from 'graphology-communities-louvain';
import type { DrawnGraph } from './drawn-graph.js';
import { undirected } from './graphology-graph.js';

/** A CommonJS package that is its own default, which its types don't say. */
const louvain = louvainModule as unknown as typeof louvainModule.default;

export interface Communities {
  /** For each node, the number of its community: 0 is the largest; of equal ones, that of the first node. */
  readonly community: Uint32Array;
  /** Number of nodes of each community. */
  readonly sizes: Uint32Array;
  /** How much more of the weight lies within communities than chance would put there; `null` without a tie. */
  readonly modularity: number | null;
}

/** Without its random walk the method starts from the first node: the same graph has the same communities. */
function labels(graph: DrawnGraph): { readonly labels: readonly number[]; readonly modularity: number | null } {
  const nodes = Array.from({ length: graph.order }, (_, node) => node);
  if (graph.left.length === 0) return { labels: nodes, modularity: null };
  const { communities, modularity } = louvain.detailed(undirected(graph), { randomWalk: false });
  return { labels: nodes.map((node) => communities[node] ?? node), modularity };
}

/**
 * @see V. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, "Fast unfolding of communities in large networks",
 *   Journal of Statistical Mechanics (2008), P10008, https://doi.org/10.1088/1742-5468/2008/10/P10008
 */
export function communities(graph: DrawnGraph): Communities {
  const found = labels(graph);
  const members = new Map<number, number[]>();
  found.labels.forEach((label, node) => {
    const known = members.get(label);
    if (known) known.push(node);
    else members.set(label, [node]);
  });
  const sorted = [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  const community = new Uint32Array(graph.order);
  sorted.forEach((nodes, number) => {
    for (const node of nodes) community[node] = number;
  });
  return { community, sizes: Uint32Array.from(sorted, (nodes) => nodes.length), modularity: found.modularity };
}
