import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { betweenness, degrees, pageRank } from '../../src/drawing/centralities.js';
import { communities } from '../../src/drawing/communities.js';
import { type DrawnGraph, drawnGraph } from '../../src/drawing/drawn-graph.js';
import { describeWith, networkxRequirement } from '../requirements.js';
import { randomGraph } from './random-network.js';

interface Measured {
  readonly betweenness: readonly number[];
  readonly pageRank: readonly number[];
  readonly degree: readonly number[];
  readonly modularity: number;
  readonly theirModularity: number;
}

function measured(python: string, graph: DrawnGraph, community: Uint32Array): Measured {
  const { order, left, right, weight, forward, backward } = graph;
  const ties = [...left].map((end, at) => [end, right[at], weight[at]]);
  const arcs = [...left].flatMap((end, at) => [
    ...(forward[at] ? [[end, right[at], forward[at]]] : []),
    ...(backward[at] ? [[right[at], end, backward[at]]] : []),
  ]);
  const script = new URL('measure_graph.py', import.meta.url).pathname;
  const input = JSON.stringify({ order, ties, arcs, community: [...community] });
  return JSON.parse(execFileSync(python, [script], { input, encoding: 'utf8' })) as Measured;
}

function farthest(one: ArrayLike<number>, other: ArrayLike<number>): number {
  expect(one.length).toBe(other.length);
  return Array.from(one).reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? Number.NaN))), 0);
}

describeWith(networkxRequirement(), 'networkx measures the same', (python) => {
  it.each([
    [60, 150],
    [400, 900],
    [300, 40],
  ])('of %i entities with %i relations', (order, size) => {
    const graph = randomGraph(order, order, size);
    const found = communities(graph);
    const theirs = measured(python, graph, found.community);
    expect([...degrees(graph)]).toEqual(theirs.degree);
    expect(farthest(pageRank(graph), theirs.pageRank)).toBeLessThan(1e-7);
    expect(farthest(betweenness(graph).betweenness, theirs.betweenness)).toBeLessThan(1e-12);
    expect(found.modularity).toBeCloseTo(theirs.modularity, 9);
    // Both search by chance of order; neither is to be clearly worse.
    expect(theirs.modularity).toBeGreaterThan(0.95 * theirs.theirModularity);
  });
});

describe('betweenness', () => {
  it('is estimated from some nodes where all are too many, and the first are the first all the same', () => {
    const graph = randomGraph(7, 1_200, 4_000);
    const exact = betweenness(graph);
    const estimate = betweenness(graph, 3_000_000);
    expect(exact.sources).toBe(1_200);
    expect(estimate.sources).toBeGreaterThanOrEqual(200);
    expect(estimate.sources).toBeLessThan(500);
    const first = (values: Float64Array) =>
      [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, 10);
    const shared = first(exact.betweenness).filter((node) => first(estimate.betweenness).includes(node));
    expect(shared.length).toBeGreaterThanOrEqual(9);
    const [top = -1] = first(exact.betweenness);
    expect((estimate.betweenness[top] ?? 0) / (exact.betweenness[top] ?? 1)).toBeCloseTo(1, 1);
  });

  it('is nothing where nobody can stand between two others', () => {
    for (const order of [0, 1, 2]) {
      const { graph } = drawnGraph({
        entities: Array.from({ length: order }, (_, i) => ({ id: `person:${i}` })),
        relations: [],
      });
      expect([...betweenness(graph).betweenness]).toEqual(new Array(order).fill(0));
    }
  });
});

describe('communities', () => {
  const circle = (letters: string, type: 'MET_WITH' | 'INFORMED') =>
    [...letters].flatMap((from) =>
      [...letters].flatMap((to) =>
        from < to ? [{ type, source: `person:${from}`, target: `person:${to}`, weight: 1 }] : [],
      ),
    );
  const drawable = {
    entities: [...'zabcdefgh'].map((letter) => ({ id: `person:${letter}` })),
    relations: [
      ...circle('abc', 'MET_WITH'),
      ...circle('defgh', 'INFORMED'),
      { type: 'MET_WITH' as const, source: 'person:c', target: 'person:d', weight: 1 },
    ],
  };

  it('are numbered by size, then by the smallest identifier, and one without ties is by itself', () => {
    const { graph, numbers } = drawnGraph(drawable);
    const { community, sizes, modularity } = communities(graph);
    const of = Object.fromEntries([...numbers].map(([id, number]) => [id.slice(-1), community[number]]));
    expect(of).toEqual({ a: 1, b: 1, c: 1, d: 0, e: 0, f: 0, g: 0, h: 0, z: 2 });
    expect([...sizes]).toEqual([5, 3, 1]);
    expect(modularity).toBeGreaterThan(0.2);
  });

  it('of entities without ties are as many as these', () => {
    const { graph } = drawnGraph({ ...drawable, relations: [] });
    expect(communities(graph)).toEqual({
      community: Uint32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]),
      sizes: new Uint32Array(9).fill(1),
      modularity: null,
    });
    expect(communities(drawnGraph({ entities: [], relations: [] }).graph).sizes).toHaveLength(0);
  });
});

describe('PageRank', () => {
  it('runs along a relation, and both ways along a symmetric one', () => {
    const entities = [{ id: 'person:a' }, { id: 'person:b' }];
    const between = (type: 'MET_WITH' | 'INFORMED') =>
      pageRank(
        drawnGraph({ entities, relations: [{ type, source: 'person:a', target: 'person:b', weight: 1 }] }).graph,
      );
    const [met = 0, wasMet = 0] = between('MET_WITH');
    expect(met).toBeCloseTo(wasMet, 9);
    const [told = 0, wasTold = 0] = between('INFORMED');
    expect(wasTold / told).toBeCloseTo(1.85, 6);
    expect(told + wasTold).toBeCloseTo(1, 9);
  });

  it('of nothing is nothing', () => {
    expect(pageRank(drawnGraph({ entities: [], relations: [] }).graph)).toHaveLength(0);
  });
});
