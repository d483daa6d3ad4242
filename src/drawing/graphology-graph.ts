import { DirectedGraph, UndirectedGraph } from 'graphology';
import type { DrawnGraph } from './drawn-graph.js';

interface Tie {
  readonly weight: number;
}

/** One edge for each tie, whatever its direction; nodes are keyed by their numbers. */
export function undirected({ order, left, right, weight }: DrawnGraph): UndirectedGraph<object, Tie> {
  const graph = new UndirectedGraph<object, Tie>();
  for (let node = 0; node < order; node += 1) graph.addNode(node);
  left.forEach((end, at) => void graph.addEdge(end, right[at], { weight: weight[at] ?? 0 }));
  return graph;
}

/** An edge for each direction in which relations run. */
export function directed({ order, left, right, forward, backward }: DrawnGraph): DirectedGraph<object, Tie> {
  const graph = new DirectedGraph<object, Tie>();
  for (let node = 0; node < order; node += 1) graph.addNode(node);
  left.forEach((end, at) => {
    const [there = 0, back = 0] = [forward[at], backward[at]];
    if (there > 0) graph.addEdge(end, right[at], { weight: there });
    if (back > 0) graph.addEdge(right[at], end, { weight: back });
  });
  return graph;
}
