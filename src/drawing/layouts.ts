import { UndirectedGraph } from 'graphology';
import { circlepack, circular } from 'graphology-layout';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { communities } from './communities.js';
import type { DrawnGraph } from './drawn-graph.js';
import { undirected } from './graphology-graph.js';

/** A CommonJS package that is its own default, which its types don't say. */
const forceAtlas2 = forceAtlas2Module as unknown as typeof forceAtlas2Module.default;

type Positions = Readonly<Record<string, { readonly [dimension: string]: number }>>;

/**
 * Moves of all nodes together: 300 rounds for 2,000, 120 for 5,000, some two seconds of one core. Tried on three volumes of
 * FRUS: beyond 400 rounds (100 nodes) and 200 (2,000) ties get hardly shorter against the distances of all pairs.
 */
const nodeMoves = 600_000;
const mostRounds = 400;
/** Nodes from which on repulsion is reckoned by quarters of the plane instead of one by one. */
const quartersFrom = 500;
/** Six places tell apart what a screen can't, and hide what is left of rounding. */
const precision = 1e6;

/** x and y of each node, the middle of the picture at 0, its longer side from -1 to 1. */
function fitted(order: number, positions: Positions): Float64Array {
  const points = Array.from({ length: order }, (_, node) => ({
    x: positions[node]?.x ?? 0,
    y: positions[node]?.y ?? 0,
  }));
  const span = (values: readonly number[]) => {
    const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as readonly [number, number]);
    return { middle: (least + most) / 2, half: (most - least) / 2 };
  };
  const [x, y] = [span(points.map((point) => point.x)), span(points.map((point) => point.y))];
  const scale = Math.max(x.half, y.half) || 1;
  // Adding 0 makes 0 of -0, which JSON doesn't know.
  const placed = (value: number, middle: number) => Math.round(((value - middle) / scale) * precision) / precision + 0;
  return Float64Array.from(points.flatMap((point) => [placed(point.x, x.middle), placed(point.y, y.middle)]));
}

/**
 * Ties pull, nodes push each other away. Each begins at a place that follows from its identifier, so that a network which
 * lost every twentieth relation looks much the same: the distances of the 100 first of three volumes of FRUS correlate by
 * 0.95, where nodes that began in the order of their identifiers came to 0.81.
 *
 * @see M. Jacomy, T. Venturini, S. Heymann, M. Bastian, "ForceAtlas2", PLoS ONE 9 (2014),
 *   https://doi.org/10.1371/journal.pone.0098679
 */
function force(graph: DrawnGraph): Float64Array {
  const { order, seeds } = graph;
  if (order < 2) return fitted(order, {});
  const drawn = undirected(graph);
  drawn.forEachNode((node) => {
    const [turn = 0, distance = 0] = [seeds[2 * Number(node)], seeds[2 * Number(node) + 1]];
    const radius = Math.sqrt(order * distance);
    drawn.mergeNodeAttributes(node, {
      x: radius * Math.cos(2 * Math.PI * turn),
      y: radius * Math.sin(2 * Math.PI * turn),
    });
  });
  const placed = forceAtlas2(drawn, {
    iterations: Math.min(mostRounds, Math.ceil(nodeMoves / order)),
    getEdgeWeight: (_edge, { weight }) => Math.log2(1 + weight),
    settings: {
      ...forceAtlas2.inferSettings(drawn),
      barnesHutOptimize: order >= quartersFrom,
      // As in the explorer: hubs go to the rim, and labels overlap less.
      outboundAttractionDistribution: true,
      gravity: 0.2,
    },
  });
  return fitted(order, placed);
}

/** The nodes of a graph without ties, community by community. */
function byCommunity(graph: DrawnGraph): UndirectedGraph<{ readonly community: number }> {
  const { community } = communities(graph);
  const nodes = Array.from({ length: graph.order }, (_, node) => node);
  const drawn = new UndirectedGraph<{ readonly community: number }>();
  for (const node of nodes.sort((a, b) => (community[a] ?? 0) - (community[b] ?? 0) || a - b)) {
    drawn.addNode(node, { community: community[node] ?? 0 });
  }
  return drawn;
}

function circle(graph: DrawnGraph): Float64Array {
  return fitted(graph.order, circular(byCommunity(graph)));
}

/** @see W. Wang, H. Wang, G. Dai, H. Wang, "Visualization of large hierarchical data by circle packing", CHI 2006, pp. 517–520 */
function packed(graph: DrawnGraph): Float64Array {
  // Its order of trying is random for speed alone; any fixed one will do.
  const positions = circlepack(byCommunity(graph), { hierarchyAttributes: ['community'], rng: () => 0.5 });
  return fitted(graph.order, positions);
}

export const layoutNames = ['FORCE', 'CIRCLE', 'PACKED'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** For each layout, x and y of every node one after the other. */
export const layouts: Readonly<Record<LayoutName, (graph: DrawnGraph) => Float64Array>> = {
  FORCE: force,
  CIRCLE: circle,
  PACKED: packed,
};
