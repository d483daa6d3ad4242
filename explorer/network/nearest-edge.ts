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

/**
 * Looked for when the pointer asks, on the plane: a picture that Sigma keeps for it would be drawn with every frame.
 *
 * @param point - In pixels of the picture.
 * @returns The edge that passes nearest by the point, within a few pixels or its own width; `null` where none does.
 */
export function nearestEdge(sigma: Sigma<DrawnNode, DrawnEdge>, graph: NetworkGraph, point: Point): string | null {
  const at = sigma.viewportToGraph(point);
  const beside = sigma.viewportToGraph({ x: point.x + 1, y: point.y });
  const pixel = Math.hypot(beside.x - at.x, beside.y - at.y);
  let nearest: string | null = null;
  let least = Infinity;
  graph.forEachEdge((edge, { size }, _source, _target, from, to) => {
    const distance = distanceToSegment(at, from, to);
    if (distance >= least || distance > pixel * Math.max(tolerance, sigma.scaleSize(size) / 2)) return;
    nearest = edge;
    least = distance;
  });
  return nearest;
}
