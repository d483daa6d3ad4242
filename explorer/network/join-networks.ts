import type { Network, NetworkEdge, NetworkNode } from '../api/load-network.js';

/**
 * One network of several: what comes first stays first. Without the hidden entities and what leads to them.
 *
 * @param first - Whose places on the plane hold; the others come from layouts of their own.
 */
export function joinNetworks(first: Network, others: readonly Network[], hidden: readonly string[]): Network {
  const gone = new Set(hidden);
  const nodes = new Map<string, NetworkNode>();
  const edges = new Map<string, NetworkEdge>();
  for (const node of first.nodes) nodes.set(node.id, node);
  for (const { id, label, kind, entity } of others.flatMap((network) => network.nodes)) {
    if (!nodes.has(id)) nodes.set(id, { id, label, kind, entity });
  }
  for (const id of gone) nodes.delete(id);
  for (const edge of [first, ...others].flatMap((network) => network.edges)) {
    if (nodes.has(edge.source) && nodes.has(edge.target)) edges.set(edge.id, edge);
  }
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    truncated: first.truncated,
    edgesTruncated: first.edgesTruncated,
  };
}
