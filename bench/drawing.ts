import { monitorEventLoopDelay } from 'node:perf_hooks';
import { degrees } from '../src/drawing/centralities.js';
import { drawnGraph, graphKey } from '../src/drawing/drawn-graph.js';
import { type FindingName, findings } from '../src/drawing/findings.js';
import { found } from '../src/drawing/found-before.js';
import { randomNetwork } from '../test/drawing/random-network.js';
import type { Report, Row } from './frame/report.js';

const names = Object.keys(findings) as readonly FindingName[];

/** Milliseconds of each layout and measure on made-up networks, the first time; and how long the event loop stood still meanwhile. */
export async function benchDrawing(report: Report): Promise<void> {
  const rows: Row[] = [];
  for (const [order, size] of [
    [100, 500],
    [500, 2_500],
    [2_000, 6_000],
    [5_000, 15_000],
    [5_000, 100_000],
  ] as const) {
    const network = randomNetwork(order, order, size);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    delay.enable();
    // Until the first measurement is taken, nothing is noticed.
    await new Promise((resolve) => setTimeout(resolve, 20));
    const taken: Record<string, number> = {};
    const start = performance.now();
    const { graph } = drawnGraph(network);
    degrees(graph);
    const key = graphKey(graph);
    taken['graph and key'] = Math.round(performance.now() - start);
    for (const name of names) {
      const from = performance.now();
      await found(name, graph, key);
      taken[name] = Math.round(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    delay.disable();
    const standstill = Math.round(delay.max / 1e6);
    rows.push({ entities: order, ties: graph.left.length, ...taken, 'longest standstill': standstill });
  }
  report.table(rows, 'Milliseconds');
}
