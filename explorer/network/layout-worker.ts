/// <reference lib="webworker" />
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { LayoutTask } from './layout-run.js';

/** Iterations between two pictures: few enough for smooth motion with a few hundred nodes. */
const iterationsAPicture = 3;
/** About how far ForceAtlas2 spreads so many nodes; from there the first moves are small. */
const reach = (order: number) => 16 * Math.sqrt(order);

declare const self: DedicatedWorkerGlobalScope;

/**
 * Moves the nodes on and on, and sends where they are after every few steps, until it is ended from outside.
 *
 * @see M. Jacomy, T. Venturini, S. Heymann, M. Bastian, "ForceAtlas2", PLoS ONE 9 (2014), https://doi.org/10.1371/journal.pone.0098679
 */
self.onmessage = ({ data: { places, fixed, ends, weights } }: MessageEvent<LayoutTask>) => {
  const order = places.length / 2;
  const scale = reach(order);
  const graph = new UndirectedGraph<{ x: number; y: number; fixed: boolean }, { weight: number }>();
  for (let node = 0; node < order; node++) {
    const [x = 0, y = 0] = [places[2 * node], places[2 * node + 1]];
    graph.addNode(node, { x: x * scale, y: y * scale, fixed: fixed[node] === 1 });
  }
  for (let edge = 0; edge < weights.length; edge++) {
    graph.addEdge(ends[2 * edge], ends[2 * edge + 1], { weight: Math.log2(1 + (weights[edge] ?? 1)) });
  }
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: order >= 500,
    outboundAttractionDistribution: true,
    gravity: 0.2,
  };
  const step = () => {
    forceAtlas2.assign(graph, { iterations: iterationsAPicture, getEdgeWeight: 'weight', settings });
    const moved = new Float32Array(places.length);
    graph.forEachNode((node, { x, y }) => {
      moved[2 * Number(node)] = x / scale;
      moved[2 * Number(node) + 1] = y / scale;
    });
    self.postMessage(moved, [moved.buffer]);
    setTimeout(step, 10);
  };
  step();
};
