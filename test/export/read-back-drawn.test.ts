import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import cytoscape from 'cytoscape';
import JSZip from 'jszip';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { describeWith, networkxRequirement } from '../requirements.js';
import { ask } from '../schema/ask.js';
import { randomBatches } from '../store/random-batches.js';
import { exportedBytes } from './exported-bytes.js';

interface Drawn {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly degree: number;
  readonly betweenness: number;
  readonly pageRank: number;
  readonly community: number;
}

const limit = 12;
/** As the documentation of the formats says. */
const half = 50 * Math.sqrt(limit);
const given = { limit: String(limit), layout: 'FORCE' };

let store: GraphStore;
let drawn: readonly Drawn[];
beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  for (const batch of randomBatches(19_570_708, 40)) await store.putDocument(batch);
  const query = `{ network(limit: ${limit}, layout: FORCE) { nodes { id x y size degree betweenness pageRank community } } }`;
  drawn = (await ask(store, query)).network.nodes as readonly Drawn[];
  expect(drawn).toHaveLength(limit);
});
afterAll(() => store.close());

const fileOf = (format: string) => exportedBytes(store, format, given);

function expectDrawn(id: string, read: { readonly [name: string]: unknown }): void {
  const { x = Number.NaN, y = Number.NaN, ...measures } = drawn.find((node) => node.id === id) ?? {};
  expect(Number(read.x)).toBeCloseTo(x * half, 2);
  expect(Number(read.y)).toBeCloseTo(y * half, 2);
  for (const [name, value] of Object.entries(measures)) {
    if (name !== 'id') expect({ id, [name]: Number(read[name]) }).toEqual({ id, [name]: value });
  }
}

describeWith(networkxRequirement(), 'networkx reads the drawing back', (python) => {
  it.each(['gexf', 'graphml'])('from %s', async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'diplograph-drawn-'));
    const file = join(folder, `graph.${format}`);
    writeFileSync(file, await fileOf(format));
    const script = new URL('read_graph.py', import.meta.url).pathname;
    const { nodes } = JSON.parse(execFileSync(python, [script, file], { encoding: 'utf8' })) as {
      nodes: Record<string, Record<string, unknown> & { viz?: { position: { x: number; y: number }; size: number } }>;
    };
    rmSync(folder, { recursive: true });
    expect(Object.keys(nodes)).toHaveLength(limit);
    for (const [id, { viz, ...fields }] of Object.entries(nodes)) {
      expectDrawn(id, format === 'gexf' ? { ...fields, ...viz?.position } : fields);
      if (format === 'gexf') expect(viz?.size).toBeGreaterThan(4);
    }
  });
});

it('cytoscape.js draws every node at its place', async () => {
  const file = JSON.parse((await fileOf('cytoscape')).toString()) as cytoscape.CytoscapeOptions;
  const graph = cytoscape({ ...file, headless: true, layout: { name: 'preset' } });
  expect(graph.nodes()).toHaveLength(limit);
  for (const node of graph.nodes()) expectDrawn(node.id(), { ...node.data(), ...node.position() } as never);
  graph.destroy();
});

it('a CSV parser reads the drawing back', async () => {
  const archive = await JSZip.loadAsync(await fileOf('csv'));
  const rows = parse<Record<string, string>>((await archive.file('nodes.csv')?.async('string')) ?? '', {
    columns: true,
  });
  expect(rows).toHaveLength(limit);
  for (const { id = '', ...row } of rows) expectDrawn(id, row);
});

it('a file that isn’t drawn says nothing of places', async () => {
  const text = (await exportedBytes(store, 'graphml', { limit: '12' })).toString();
  expect(text).toContain('node.mentionCount');
  expect(text).not.toContain('node.x');
  expect(text).not.toContain('node.community');
});
