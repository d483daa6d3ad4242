import { describe, expect, it } from '@jest/globals';
import { communities } from '../../src/drawing/communities.js';
import { drawnGraph, graphKey } from '../../src/drawing/drawn-graph.js';
import { layoutNames, layouts } from '../../src/drawing/layouts.js';
import { randomNumbers } from '../store/random-numbers.js';
import { randomNetwork } from './random-network.js';

const network = randomNetwork(11, 150, 400);
const { graph, numbers } = drawnGraph(network);

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

const point = (places: Float64Array, node: number) => ({ x: places[2 * node] ?? 0, y: places[2 * node + 1] ?? 0 });
function distance(places: Float64Array, one: number, other: number): number {
  const [a, b] = [point(places, one), point(places, other)];
  return Math.hypot(a.x - b.x, a.y - b.y);
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a graph', () => {
  it('is the same in whatever order its entities and relations come', () => {
    const random = randomNumbers(5);
    const again = drawnGraph({
      entities: shuffled(network.entities, random),
      relations: shuffled(network.relations, random),
    });
    expect(again.numbers).toEqual(numbers);
    expect(again.graph).toEqual(graph);
    expect(graphKey(again.graph)).toBe(graphKey(graph));
  });

  it('is another with another weight, direction or entity', () => {
    const [first, ...rest] = network.relations;
    if (first === undefined) throw new Error('The network has no relations.');
    const keys = [
      network,
      { ...network, relations: [{ ...first, weight: first.weight + 1 }, ...rest] },
      {
        ...network,
        relations: [{ ...first, type: first.type === 'MET_WITH' ? 'INFORMED' : 'MET_WITH' } as const, ...rest],
      },
      { ...network, relations: rest },
      { ...network, entities: [...network.entities, { id: 'person:new' }] },
      { ...network, entities: [...network.entities, { id: 'person:news' }] },
    ].map((other) => graphKey(drawnGraph(other).graph));
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe.each(layoutNames)('the layout %s', (name) => {
  const places = layouts[name](graph);

  it('fills the picture, and puts no two in one place', () => {
    const all = Array.from({ length: graph.order }, (_, node) => point(places, node));
    expect(Math.max(...places)).toBeLessThanOrEqual(1);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(-1);
    const spans = (['x', 'y'] as const).map((axis) => {
      const values = all.map((at) => at[axis]);
      expect(Math.max(...values)).toBeCloseTo(-Math.min(...values), 5);
      return Math.max(...values) - Math.min(...values);
    });
    expect(Math.max(...spans)).toBeCloseTo(2, 5);
    expect(new Set(all.map(({ x, y }) => `${x} ${y}`)).size).toBe(graph.order);
  });

  it('is the same every time', () => {
    expect(layouts[name](structuredClone(graph))).toEqual(places);
  });

  it.each([0, 1, 2, 3])('places %i entities', (order) => {
    const few = drawnGraph({ entities: network.entities.slice(0, order), relations: [] }).graph;
    const found = layouts[name](few);
    expect(found).toHaveLength(2 * order);
    expect([...found].every((value) => Math.abs(value) <= 1)).toBe(true);
    if (order > 1) expect(distance(found, 0, 1)).toBeGreaterThan(0.1);
  });

  it('puts those of one community nearer to each other than to the rest', () => {
    const { community } = communities(graph);
    const inside: number[] = [];
    const outside: number[] = [];
    for (let one = 0; one < graph.order; one += 1) {
      for (let other = 0; other < one; other += 1) {
        (community[one] === community[other] ? inside : outside).push(distance(places, one, other));
      }
    }
    expect(mean(inside)).toBeLessThan(0.8 * mean(outside));
  });
});

describe('the layout FORCE', () => {
  it('stays much the same where a few relations go', () => {
    const fewer = drawnGraph({ ...network, relations: network.relations.filter((_, at) => at % 20 !== 0) }).graph;
    const [before, after] = [layouts.FORCE(graph), layouts.FORCE(fewer)];
    const pairs = Array.from(
      { length: 5_000 },
      (_, at) => [(at * 7_919) % graph.order, (at * 104_729 + 13) % graph.order] as const,
    );
    const [xs, ys] = [before, after].map((places) => pairs.map(([one, other]) => distance(places, one, other))) as [
      number[],
      number[],
    ];
    const [x, y] = [mean(xs), mean(ys)];
    const covariance = mean(xs.map((value, at) => (value - x) * ((ys[at] ?? 0) - y)));
    const deviation = (values: readonly number[], middle: number) =>
      Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
    expect(covariance / (deviation(xs, x) * deviation(ys, y))).toBeGreaterThan(0.8);
  });
});
