import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { limits } from '../../schema/limits.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';
import { embassyJournal } from './embassy-journal.js';

/** The network for drawing: what is in it, how it is measured, and where its nodes stand. */
export function networkQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, embassyJournal);
  });
  afterAll(() => store.close());

  it('gives the heaviest first, with every edge between two of its nodes', async () => {
    const { network } = await ask(store, '{ network(limit: 3) { nodes { id } edges { source target } truncated } }');
    const ids = network.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toHaveLength(3);
    expect(ids[0]).toBe('person:a-m-ivanov');
    expect(network.edges.length).toBeGreaterThan(0);
    for (const { source, target } of network.edges) expect(ids).toEqual(expect.arrayContaining([source, target]));
    expect(network.truncated).toBe(true);
  });

  const whole = (args: string) => `{ network(${args}) { nodes { id size degree betweenness pageRank community x y }
    communities { number nodeCount entity { id } } communityCount modularity betweennessEstimated } }`;

  it('tells what stands in the middle, what belongs together, and where to draw it', async () => {
    const { network } = await ask(store, whole('types: [MET_WITH, REPRESENTS, PART_OF, ORGANIZED]'));
    const nodes = new Map<string, Record<string, number>>(
      network.nodes.map((node: { id: string }) => [node.id.split(':')[1], node]),
    );
    expect(nodes.get('a-m-ivanov')).toMatchObject({ size: 4, degree: 3, community: 0 });
    // Of the 21 pairs of the seven others: Nam Il and the USSR reach each other, Kim and Mao over him alone.
    expect(nodes.get('a-m-ivanov')?.betweenness).toBeCloseTo(5 / 21, 9);
    expect(nodes.get('kim-il-sung')?.betweenness).toBeCloseTo(3 / 21, 9);
    expect(nodes.get('mao-zedong')?.betweenness).toBe(0);
    expect(nodes.get('cpsu-cc')).toMatchObject({ degree: 2, community: 1 });
    expect([...nodes.values()].reduce((sum, { pageRank = 0 }) => sum + pageRank, 0)).toBeCloseTo(1, 9);
    expect(network.communities).toEqual([
      { number: 0, nodeCount: 5, entity: { id: 'person:a-m-ivanov' } },
      { number: 1, nodeCount: 3, entity: { id: 'organization:cpsu-cc' } },
    ]);
    expect(network).toMatchObject({ communityCount: 2, betweennessEstimated: false });
    expect(network.modularity).toBeGreaterThan(0.3);
    expect(new Set(network.nodes.map(({ x, y }: { x: number; y: number }) => `${x} ${y}`)).size).toBe(8);
  });

  it('is laid out in the way asked for, a neighbourhood too', async () => {
    const { circle, force } = await ask(
      store,
      `{ circle: network(layout: CIRCLE) { nodes { x y } }
        force: neighbourhood(center: "person:kim-il-sung", depth: 4) { nodes { x y } } }`,
    );
    const radii = (nodes: readonly { x: number; y: number }[]) => nodes.map(({ x, y }) => Math.hypot(x, y));
    expect(Math.min(...radii(circle.nodes))).toBeGreaterThan(0.95);
    expect(Math.min(...radii(force.nodes))).toBeLessThan(0.9);
  });

  it('is the same whatever the order in which documents came', async () => {
    const before = await ask(store, whole('limit: 100'));
    for (const { document } of embassyJournal) await store.deleteDocument(document.id);
    for (const batch of [...embassyJournal].reverse()) await store.putDocument(batch);
    expect(await ask(store, whole('limit: 100'))).toEqual(before);
    expect(before.network.nodes.length).toBeGreaterThan(10);
  });

  it('of nothing has no nodes, communities or modularity', async () => {
    const { network } = await ask(store, whole('types: []'));
    expect(network).toEqual({
      ...{ nodes: [], communities: [], communityCount: 0, modularity: null, betweennessEstimated: false },
    });
  });

  it('costs one call', async () => {
    const counted = countCalls(store);
    await ask(counted.store, whole('limit: 10'));
    expect(counted.byMethod()).toEqual({ network: 1 });
  });

  it.each(['communities(first: 0)', 'communities(first: 1000000000)'])('refuses %s', async (field) => {
    expect((await refusal(store, `{ network(limit: 5) { ${field} { number } } }`)).code).toBe('BAD_ARGUMENT');
  });

  it('refuses more than the limit', async () => {
    expect((await refusal(store, `{ network(limit: ${limits.maxNetworkSize + 1}) { truncated } }`)).code).toBe(
      'BAD_ARGUMENT',
    );
  });
}
