import type { Drawable } from '../../src/drawing/drawn-graph.js';
import { type DrawnGraph, drawnGraph } from '../../src/drawing/drawn-graph.js';
import { randomNumbers } from '../store/random-numbers.js';

/** Entities of which some have many ties and most few, as in archives; loops, parallel and symmetric relations among them. */
export function randomNetwork(seed: number, order: number, size: number): Drawable {
  const random = randomNumbers(seed);
  const entities = Array.from({ length: order }, (_, node) => ({ id: `person:p${node}` }));
  // The cube makes the first ones the hubs.
  const pick = () => `person:p${Math.floor(order * random() ** 3)}`;
  const anybody = () => `person:p${Math.floor(order * random())}`;
  const relations = Array.from({ length: size }, () => ({
    type: random() < 0.5 ? ('MET_WITH' as const) : ('INFORMED' as const),
    source: anybody(),
    target: random() < 0.05 ? anybody() : pick(),
    weight: 1 + Math.floor(4 * random() ** 2),
  }));
  return { entities, relations };
}

export function randomGraph(seed: number, order: number, size: number): DrawnGraph {
  return drawnGraph(randomNetwork(seed, order, size)).graph;
}
