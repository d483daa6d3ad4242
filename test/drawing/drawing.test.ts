import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, it } from '@jest/globals';
import { Drawing } from '../../src/drawing/drawing.js';
import { graphKey } from '../../src/drawing/drawn-graph.js';
import { findInThread } from '../../src/drawing/find-in-thread.js';
import { findings } from '../../src/drawing/findings.js';
import { found } from '../../src/drawing/found-before.js';
import { BusyError } from '../../src/errors.js';
import { randomGraph, randomNetwork } from './random-network.js';

it('a thread finds what is found without one', async () => {
  const graph = randomGraph(3, 500, 1_500);
  expect(await findInThread('FORCE', graph)).toEqual(findings.FORCE(graph));
  expect(await findInThread('communities', graph)).toEqual(findings.communities(graph));
});

it('what was found is not looked for again, also while it is looked for, until others took its place', async () => {
  const graph = randomGraph(4, 500, 1_500);
  const key = graphKey(graph);
  const [one, two] = await Promise.all([found('FORCE', graph, key), found('FORCE', graph, key)]);
  expect(two).toBe(one);
  expect(await found('FORCE', structuredClone(graph), key)).toBe(one);
  const other = randomGraph(5, 50, 100);
  expect(await found('FORCE', other, graphKey(other))).not.toEqual(one);
  for (let seed = 100; seed < 170; seed += 1) {
    const small = randomGraph(seed, 10, 20);
    await found('CIRCLE', small, graphKey(small));
  }
  const later = await found('FORCE', graph, key);
  expect(later).not.toBe(one);
  expect(later).toEqual(one);
});

it('where too many wait, the next is refused, and those who wait are served', async () => {
  const graph = randomGraph(6, 200, 300);
  const asked = await Promise.allSettled(Array.from({ length: 15 }, () => findInThread('CIRCLE', graph)));
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(refused).toHaveLength(4);
  for (const reason of refused) expect(reason).toBeInstanceOf(BusyError);
  expect(await findInThread('CIRCLE', graph)).toEqual(findings.CIRCLE(graph));
});

it('a thread that fails says so, and the next one works', async () => {
  const graph = randomGraph(8, 20, 30);
  await expect(findInThread('pageRank', { ...graph, right: new Uint32Array() })).rejects.toThrow();
  expect(await findInThread('pageRank', graph)).toEqual(findings.pageRank(graph));
});

it('the largest network is drawn and measured while the program does other things', async () => {
  const network = randomNetwork(9, 5_000, 15_000);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const drawing = new Drawing(network);
  const { x, y } = await drawing.place('FORCE', 'person:p0');
  expect(await drawing.isEstimate()).toBe(true);
  expect(await drawing.betweenness('person:p0')).toBeGreaterThan(await drawing.betweenness('person:p4000'));
  delay.disable();
  expect(Math.hypot(x, y)).toBeLessThanOrEqual(Math.SQRT2);
  // In nanoseconds; the graph is made and its key reckoned here, nothing else.
  expect(delay.max / 1e6).toBeLessThan(1_000);
}, 60_000);
