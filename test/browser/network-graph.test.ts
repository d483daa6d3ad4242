import { describe, expect, it } from '@jest/globals';
import type { Network } from '../../explorer/api/load-network.js';
import { networkGraph } from '../../explorer/network/network-graph.js';
import { entityKinds } from '../../src/model/ontology.js';

const network: Network = {
  nodes: [
    { id: 'person:a', label: 'A', kind: 'PERSON', entity: { mentionCount: 40 } },
    { id: 'person:b', label: 'B', kind: 'PERSON', entity: { mentionCount: 10 } },
    { id: 'place:c', label: 'C', kind: 'PLACE', entity: { mentionCount: 0 } },
  ],
  edges: [
    { id: 'relation:asked/a/b', source: 'person:a', target: 'person:b', weight: 1 },
    { id: 'relation:informed/b/a', source: 'person:b', target: 'person:a', weight: 3 },
    { id: 'relation:visited/a/c', source: 'person:a', target: 'place:c', weight: 1 },
    { id: 'relation:criticized/a/a', source: 'person:a', target: 'person:a', weight: 1 },
    { id: 'relation:visited/a/gone', source: 'person:a', target: 'place:gone', weight: 1 },
  ],
  truncated: false,
};

describe('the drawn network', () => {
  it('has one line for each pair, which knows all relations between the two', () => {
    const graph = networkGraph(network);
    expect(graph.mapEdges((_edge, { relations, weight }) => ({ relations, weight }))).toEqual([
      { relations: ['relation:asked/a/b', 'relation:informed/b/a'], weight: 4 },
      { relations: ['relation:visited/a/c'], weight: 1 },
    ]);
  });

  it('draws kinds in the colours of the ontology, and who is mentioned more, larger', () => {
    const graph = networkGraph(network);
    expect(graph.getNodeAttribute('place:c', 'color')).toBe(entityKinds.PLACE.colour);
    const [a, b, c] = ['person:a', 'person:b', 'place:c'].map((id) => graph.getNodeAttribute(id, 'size')) as [
      number,
      number,
      number,
    ];
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(c);
    expect(c).toBeGreaterThan(0);
  });

  it('starts its layout from the same places at every visit, each node from one of its own', () => {
    const places = () => networkGraph(network).mapNodes((_node, { x, y }) => `${x} ${y}`);
    expect(places()).toEqual(places());
    expect(new Set(places()).size).toBe(3);
  });
});
