import type Sigma from 'sigma';
import type { DrawnEdge, DrawnNode, NetworkGraph } from './network-graph.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far beside a thin line a click still means it, in pixels. */
const tolerance = 5;

function distanceToSegment({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lengthSquared = dx * dx + dy * dy;
  const share = lengthSquared === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / lengthSquared;
  const along = Math.min(1, Math.max(0, share));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** @returns The edge that passes nearest by the point, within a few pixels; `null` where none does. */
export function nearestEdge(sigma: Sigma<DrawnNode, DrawnEdge>, graph: NetworkGraph, point: Point): string | null {
  const place = (node: string) => sigma.graphToViewport(graph.getNodeAttributes(node));
  let nearest: string | null = null;
  let least = tolerance;
  graph.forEachEdge((edge, _attributes, source, target) => {
    const distance = distanceToSegment(point, place(source), place(target));
    if (distance >= least) return;
    nearest = edge;
    least = distance;
  });
  return nearest;
}
