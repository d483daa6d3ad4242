import { UndirectedGraph } from 'graphology';
import { type EntityKind, entityKinds } from '../../src/model/ontology.js';
import type { Network, NetworkEdge } from '../api/load-network.js';

export interface DrawnNode {
  readonly label: string;
  readonly kind: EntityKind;
  readonly color: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

export interface DrawnEdge {
  /** All relations between the two, in either direction: they are drawn as one line. */
  readonly relations: readonly string[];
  readonly size: number;
  readonly weight: number;
}

export type NetworkGraph = UndirectedGraph<DrawnNode, DrawnEdge>;

const smallestNode = 4;
const largestNode = 16;
/** Wide enough to be hit with a mouse. */
const thinnestEdge = 2;
const thickestEdge = 8;
/** Turns between neighbouring nodes of a sunflower: no two of them ever stand in one line with the centre. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

function bundle(edges: readonly NetworkEdge[]): Map<string, NetworkEdge[]> {
  const bundles = new Map<string, NetworkEdge[]>();
  for (const edge of edges) {
    // Relations of an entity with itself are read in its list; a line can't show them.
    if (edge.source === edge.target) continue;
    const key = [edge.source, edge.target].sort().join(' ');
    bundles.set(key, [...(bundles.get(key) ?? []), edge]);
  }
  return bundles;
}

/**
 * The graph that Sigma draws: a node for each entity, its area by mentions; one line for each pair that
 * relations tie.
 *
 * Nodes start on a sunflower in the order of the answer, so that the layout, which starts from there,
 * comes out the same at every visit.
 */
export function networkGraph({ nodes, edges }: Network): NetworkGraph {
  const graph: NetworkGraph = new UndirectedGraph();
  const most = Math.max(1, ...nodes.map(({ entity }) => entity.mentionCount));
  nodes.forEach(({ id, label, kind, entity }, index) => {
    const radius = Math.sqrt(index);
    graph.addNode(id, {
      label,
      kind,
      color: entityKinds[kind].colour,
      size: smallestNode + (largestNode - smallestNode) * Math.sqrt(entity.mentionCount / most),
      x: radius * Math.cos(index * goldenAngle),
      y: radius * Math.sin(index * goldenAngle),
    });
  });
  for (const relations of bundle(edges).values()) {
    const [first] = relations;
    if (!first || !graph.hasNode(first.source) || !graph.hasNode(first.target)) continue;
    const weight = relations.reduce((sum, relation) => sum + relation.weight, 0);
    graph.addEdge(first.source, first.target, {
      relations: relations.map(({ id }) => id),
      size: Math.min(thickestEdge, thinnestEdge + Math.log2(weight)),
      weight,
    });
  }
  return graph;
}
