import { describe, expect, it } from '@jest/globals';
import type { Network, NetworkEdge } from '../../explorer/api/load-network.js';
import { joinNetworks } from '../../explorer/network/join-networks.js';
import { type LabelPage, placeLabels } from '../../explorer/network/labels.js';
import { emptyGraph, mostLines, showNetwork } from '../../explorer/network/network-graph.js';
import type { Places } from '../../explorer/network/places.js';
import { stepOf, timeSteps } from '../../explorer/network/time-steps.js';
import { toggled } from '../../explorer/network/toggled.js';
import { plainPicture } from '../../explorer/picture.js';
import { entityKinds } from '../../src/model/ontology.js';

function edge(source: string, target: string, weight = 1, date: string | null = null): NetworkEdge {
  const id = `relation:asked/${source}/${target}`;
  return { id, type: 'ASKED', source, target, weight, relation: { modality: 'ASSERTED', date } };
}

const network: Network = {
  nodes: [
    { id: 'person:a', label: 'A', kind: 'PERSON', x: -1, y: 0.5, entity: { mentionCount: 40 } },
    { id: 'person:b', label: 'B', kind: 'PERSON', x: 0, y: 0, entity: { mentionCount: 10 } },
    { id: 'place:c', label: 'C', kind: 'PLACE', x: 1, y: -0.5, entity: { mentionCount: 0 } },
  ],
  edges: [
    edge('person:a', 'person:b', 1, '1956-11'),
    edge('person:b', 'person:a', 3, '1957-02-04'),
    edge('person:a', 'place:c'),
    edge('person:a', 'person:a'),
    edge('person:a', 'place:gone'),
  ],
  truncated: false,
  edgesTruncated: false,
};
const around: Network = {
  nodes: [
    { id: 'person:b', label: 'B', kind: 'PERSON', x: 0.3, y: 0.3, entity: { mentionCount: 10 } },
    { id: 'event:d', label: 'D', kind: 'EVENT', x: 0, y: 0, entity: { mentionCount: 2 } },
    { id: 'event:e', label: 'E', kind: 'EVENT', x: 0.1, y: 0, entity: { mentionCount: 2 } },
  ],
  edges: [edge('person:b', 'event:d'), edge('person:b', 'event:e')],
  truncated: true,
  edgesTruncated: false,
};

function shown(what: Network, places: Places = new Map(), graph = emptyGraph()) {
  showNetwork(graph, what, plainPicture, {}, places);
  return graph;
}

describe('the drawn network', () => {
  it('has one line for each pair, which knows all relations between the two', () => {
    expect(shown(network).mapEdges((_edge, { relations, weight }) => ({ relations, weight }))).toEqual([
      { relations: ['relation:asked/person:a/person:b', 'relation:asked/person:b/person:a'], weight: 4 },
      { relations: ['relation:asked/person:a/place:c'], weight: 1 },
    ]);
  });

  it('draws kinds in the colours of the ontology, and who is mentioned more, larger', () => {
    const graph = shown(network);
    expect(graph.getNodeAttribute('place:c', 'color')).toBe(entityKinds.PLACE.colour);
    const size = (id: string) => graph.getNodeAttribute(id, 'size');
    expect(size('person:a')).toBeGreaterThan(size('person:b'));
    expect(size('person:b')).toBeGreaterThan(size('place:c'));
    expect(size('place:c')).toBeGreaterThan(0);
  });

  it('leaves room between nodes, however many they are, and draws none too small to be seen', () => {
    for (const order of [80, 1_000, 10_000]) {
      const nodes = Array.from({ length: order }, (_, index) => ({
        id: `person:${index}`,
        label: String(index),
        kind: 'PERSON' as const,
        x: index,
        y: index,
        entity: { mentionCount: index % 50 },
      }));
      const sizes = shown({ nodes, edges: [], truncated: false, edgesTruncated: false }).mapNodes(
        (_node, { size }) => size,
      );
      const covered = sizes.reduce((sum, size) => sum + Math.PI * size ** 2, 0);
      expect(covered).toBeLessThan((800 * 600) / 4);
      expect(Math.min(...sizes)).toBeGreaterThan(1);
    }
  });

  it('gives every kind another shape', () => {
    const shapes = Object.values(entityKinds).map(({ shape }) => shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('moves nothing that is there when neighbours come, and puts those beside what they are tied to', () => {
    const places: Places = new Map();
    const graph = shown(network, places);
    const before = graph.mapNodes((node, { x, y }) => [node, x, y]);
    shown(joinNetworks(network, [around], []), places, graph);
    const after = graph.mapNodes((node, { x, y }) => [node, x, y]);
    expect(after.slice(0, 3)).toEqual(before);
    expect(graph.hasEdge('person:b', 'event:d')).toBe(true);
    for (const node of ['event:d', 'event:e']) {
      const { x, y } = graph.getNodeAttributes(node);
      expect(Math.hypot(x, y)).toBeGreaterThan(0);
      expect(Math.hypot(x, y)).toBeLessThan(0.6);
    }
    expect(new Set(after.map(([, x, y]) => `${x} ${y}`)).size).toBe(5);
  });

  it('takes back what is hidden to where it stood, and holds what is pinned', () => {
    const places: Places = new Map();
    const graph = shown(network, places);
    shown(joinNetworks(network, [], ['person:a']), places, graph);
    expect(graph.hasNode('person:a')).toBe(false);
    expect(graph.size).toBe(0);
    const pins = [{ id: 'person:b', x: 0.25, y: 0.75 }];
    showNetwork(graph, network, { ...plainPicture, pins }, {}, places);
    expect(graph.getNodeAttributes('person:a')).toMatchObject({ x: -1, y: 0.5, pinned: false });
    expect(graph.getNodeAttributes('person:b')).toMatchObject({ x: 0.25, y: 0.75, pinned: true });
  });

  it('leaves out the lightest of too many lines, and says how many', () => {
    const nodes = Array.from({ length: 400 }, (_, index) => ({
      id: `person:${index}`,
      label: String(index),
      kind: 'PERSON' as const,
      entity: { mentionCount: 1 },
    }));
    const pairs = nodes.flatMap((a, i) => nodes.slice(0, i).map((b, j) => edge(a.id, b.id, 1 + ((i * j) % 7))));
    const graph = emptyGraph();
    const leftOut = showNetwork(
      graph,
      { nodes, edges: pairs, truncated: false, edgesTruncated: false },
      plainPicture,
      {},
      new Map(),
    );
    expect(graph.size).toBe(mostLines);
    expect(leftOut).toBe(pairs.length - mostLines);
    const lightest = Math.min(...graph.mapEdges((_edge, { weight }) => weight));
    const heavier = pairs.filter(({ weight }) => weight > lightest).length;
    expect(graph.filterEdges((_edge, { weight }) => weight > lightest)).toHaveLength(heavier);
  });
});

describe('labels', () => {
  const page: LabelPage = { width: 800, height: 600, lineHeight: 15, measure: (text) => 7 * text.length };
  const crowd = Array.from({ length: 200 }, (_, index) => ({
    text: `Somebody ${index}`,
    x: (index * 131) % 800,
    y: (index * 71) % 600,
    size: 4 + (index % 9),
    isForced: index === 7,
  }));

  it('never cover each other, and stay on the page', () => {
    const placed = placeLabels(crowd, page);
    expect(placed.length).toBeGreaterThan(50);
    expect(placed.some(({ text }) => text === 'Somebody 7')).toBe(true);
    for (const [index, a] of placed.entries()) {
      for (const b of placed.slice(0, index)) {
        const apart = a.left + a.width <= b.left || b.left + b.width <= a.left || Math.abs(a.top - b.top) >= 15;
        expect({ a: a.text, b: b.text, apart }).toEqual({ a: a.text, b: b.text, apart: true });
      }
    }
  });

  it('go to the side that has room', () => {
    const label = { text: 'At the rim', x: 790, y: 300, size: 5, isForced: false };
    expect(placeLabels([label], page)[0]).toMatchObject({ left: 712, width: 70 });
  });
});

describe('the time slider', () => {
  it('goes by months from the first to the last', () => {
    expect(timeSteps(network)).toEqual(['1956-11', '1956-12', '1957-01', '1957-02']);
  });

  it('goes by years over a long time, and nowhere without dates', () => {
    const long = { ...network, edges: [edge('a', 'b', 1, '1945-02-11'), edge('a', 'b', 1, '1960')] };
    const steps = timeSteps(long);
    expect([steps[0], steps.at(-1), steps.length]).toEqual(['1945', '1960', 16]);
    expect(timeSteps({ ...network, edges: [edge('a', 'b')] })).toEqual([]);
  });

  it.each([
    [null, 3],
    ['1956-12', 1],
    ['1956-12-31', 1],
    ['1956', 1],
    ['1999', 3],
    ['1900', 0],
  ])('stands at the step that %s reaches', (until, step) => {
    expect(stepOf(['1956-11', '1956-12', '1957-01', '1957-02'], until)).toBe(step);
  });
});

describe('switches of a legend', () => {
  const all = ['a', 'b', 'c'] as const;
  it('turn one off and on again, never the last one off', () => {
    expect(toggled(all, [], 'b')).toEqual(['a', 'c']);
    expect(toggled(all, ['a', 'c'], 'b')).toEqual([]);
    expect(toggled(all, ['c'], 'c')).toEqual(['c']);
  });
});
