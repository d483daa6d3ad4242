import type { DrawnNode, NetworkGraph } from './network-graph.js';
import type { Places } from './places.js';

/** What the worker is given; nodes and edges are numbers, in the order of the graph. */
export interface LayoutTask {
  readonly places: Float32Array;
  /** 1 for a node that stays. */
  readonly fixed: Uint8Array;
  readonly ends: Uint32Array;
  readonly weights: Float32Array;
}

function taskOf(graph: NetworkGraph): LayoutTask {
  const numbers = new Map(graph.nodes().map((node, number) => [node, number]));
  const edges = graph.mapEdges((_edge, { weight }, source, target) => ({ weight, source, target }));
  return {
    places: Float32Array.from(graph.mapNodes((_node, { x, y }) => [x, y]).flat()),
    fixed: Uint8Array.from(graph.mapNodes((_node, { pinned }) => Number(pinned))),
    ends: Uint32Array.from(edges.flatMap(({ source, target }) => [numbers.get(source) ?? 0, numbers.get(target) ?? 0])),
    weights: Float32Array.from(edges.map(({ weight }) => weight)),
  };
}

/**
 * Lays the graph out further in a worker, where everything but the pinned nodes may move.
 *
 * @param places - Follow the nodes.
 * @returns a function that ends it.
 */
export function startLayout(graph: NetworkGraph, places: Places): () => void {
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  const order = graph.nodes();
  worker.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    order.forEach((node, number) => {
      if (!graph.hasNode(node) || graph.getNodeAttribute(node, 'pinned')) return;
      places.set(node, { x: data[2 * number] ?? 0, y: data[2 * number + 1] ?? 0 });
    });
    // One event for all nodes: Sigma draws once.
    const move = (node: string, attributes: DrawnNode) => ({ ...attributes, ...places.get(node) });
    graph.updateEachNodeAttributes(move, { attributes: ['x', 'y'] });
  };
  worker.postMessage(taskOf(graph));
  return () => worker.terminate();
}
