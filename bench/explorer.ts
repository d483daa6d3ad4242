import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { type Network, overviewQuery } from '../explorer/api/load-network.js';
import { emptyGraph, showNetwork } from '../explorer/network/network-graph.js';
import { nodeLimits, plainPicture } from '../explorer/picture.js';
import { entityKindNames } from '../src/model/ontology.js';
import { openBrowser, type TestBrowser } from '../test/browser/open-browser.js';
import { buildPages, removePages, startSite } from '../test/browser/start-site.js';
import type { Report, Row } from './frame/report.js';
import { loadGenerated } from './generate.js';
import { benchOpening } from './opening.js';

/** Documents of an invented archive, each of which brings somebody new. */
const archives = [1_000, 10_000];
/** More than the API gives at once: an answer made up for the pages. */
const beyond = { order: 50_000, size: 100_000 };
const panningMs = 3_000;
const rounds = 3;

const root = fileURLToPath(new URL('../', import.meta.url));
const run = promisify(execFile);

/** Nodes on a sunflower, each tied to some that stand near: a picture like those of a real layout, always the same. */
function madeUpNetwork(order: number, size: number): Network {
  const goldenAngle = Math.PI * (3 - Math.sqrt(5));
  const nodes = Array.from({ length: order }, (_, index) => {
    const radius = Math.sqrt(index / order);
    const kind = entityKindNames[index % entityKindNames.length] ?? 'PERSON';
    const place = { x: radius * Math.cos(index * goldenAngle), y: radius * Math.sin(index * goldenAngle) };
    return { id: `person:${index}`, label: `Somebody ${index}`, kind, ...place, entity: { mentionCount: index % 50 } };
  });
  const edges = Array.from({ length: size }, (_, index) => {
    const source = index % order;
    const round = Math.floor(index / order);
    const target = (source + 1 + ((round * 79 + source * 7) % 397)) % order;
    const relation = { modality: 'ASSERTED', date: null } as const;
    const [from, to] = [`person:${source}`, `person:${target}`];
    return {
      id: `relation:${index}`,
      type: 'ASKED',
      source: from,
      target: to,
      weight: 1 + (index % 5),
      relation,
    } as const;
  });
  return { nodes, edges, truncated: false, edgesTruncated: false };
}

/** Notes when the first picture stands: two frames after Sigma's canvas has come. */
const watchFirstPicture = `
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('canvas.sigma-nodes') === null) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { window.firstPictureMs = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });`;

/** Drags the picture to and fro, a step a frame, and counts the frames. */
const pan = `(async () => {
  const canvas = document.querySelector('canvas.sigma-mouse');
  const box = canvas.getBoundingClientRect();
  const at = (step) => ({ clientX: box.x + 300 + 100 * Math.sin(step / 20), clientY: box.y + 40 + 20 * Math.cos(step / 20), bubbles: true, button: 0, buttons: 1 });
  canvas.dispatchEvent(new MouseEvent('mousedown', at(0)));
  const start = performance.now();
  let frames = 0;
  while (performance.now() - start < ${panningMs}) {
    await new Promise(requestAnimationFrame);
    frames += 1;
    canvas.dispatchEvent(new MouseEvent('mousemove', at(frames)));
  }
  const seconds = (performance.now() - start) / 1000;
  canvas.dispatchEvent(new MouseEvent('mouseup', at(frames)));
  return frames / seconds;
})()`;

interface Measured {
  readonly firstMs: number;
  readonly framesASecond: number;
}

interface Subject {
  readonly network: Network;
  /** Answers for the API. */
  readonly body?: string;
}

async function openPage(browser: TestBrowser, address: string, { body }: Subject): Promise<Page> {
  const { page } = await browser.open();
  if (body !== undefined) {
    await page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/json', body }));
  }
  await page.addInitScript(watchFirstPicture);
  await page.goto(address);
  await page.locator('canvas.sigma-nodes').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForTimeout(3_000);
  return page;
}

async function measure(page: Page): Promise<Measured> {
  const firstMs = await page.evaluate<number>('window.firstPictureMs');
  return { firstMs, framesASecond: await page.evaluate<number>(pan) };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Lines that the explorer draws of the network. */
function countLines(network: Network): number {
  const graph = emptyGraph();
  showNetwork(graph, network, plainPicture, {}, new Map());
  return graph.size;
}

/** By turns, on canvases of the same size: medians of some rounds. */
async function compare(browser: TestBrowser, url: string, subject: Subject, report: Report): Promise<readonly Row[]> {
  const { nodes, edges } = subject.network;
  const limit = nodeLimits.find((most) => most >= nodes.length) ?? nodeLimits.at(-1);
  const bare: Measured[] = [];
  const explorer: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    const ours = await openPage(browser, `${url}/#limit=${limit}`, subject);
    explorer.push(await measure(ours));
    const size = await ours.locator('canvas.sigma-nodes').boundingBox();
    await ours.close();
    const theirs = await openPage(browser, `${url}/bare.html#${size?.width}x${size?.height}x${limit}`, subject);
    bare.push(await measure(theirs));
    await theirs.close();
  }
  const pairs = new Set(edges.map(({ source, target }) => [source, target].sort().join(' '))).size;
  const reference = median(bare.map(({ framesASecond }) => framesASecond));
  const row = (page: string, lines: number, measured: readonly Measured[]): Row => {
    const frames = median(measured.map(({ framesASecond }) => framesASecond));
    return {
      nodes: nodes.length,
      relations: edges.length,
      'lines drawn': lines,
      page,
      'first picture, ms': Math.round(median(measured.map(({ firstMs }) => firstMs))),
      'frames a second while panning': Number(frames.toFixed(1)),
      'of bare Sigma': Number((frames / reference).toFixed(2)),
    };
  };
  const ours = median(explorer.map(({ framesASecond }) => framesASecond));
  report.ratio(`frames of bare Sigma's, ${nodes.length} nodes`, ours / reference, { better: 'higher', tolerance: 0.3 });
  const first = (measured: readonly Measured[]) => median(measured.map(({ firstMs }) => firstMs));
  report.ratio(`first picture beside bare Sigma's, ${nodes.length} nodes`, first(explorer) / first(bare), {
    tolerance: 0.3,
  });
  return [row('bare Sigma', pairs, bare), row('explorer', countLines(subject.network), explorer)];
}

/** The explorer beside bare Sigma: the same graph, the same browser. */
export async function benchExplorer(report: Report): Promise<void> {
  const pages = await buildPages(['explorer']);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', 'bench/bare-sigma', '--outDir', join(pages, 'explorer')], { cwd: root });
  const browser = await openBrowser(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  const samples = await startSite(pages, 'samples');
  await benchOpening(browser, samples, report).finally(() => samples.close());
  const rows: Row[] = [];
  try {
    for (const documents of archives) {
      const store = `sqlite:${join(pages, `${documents}.db`)}`;
      await loadGenerated(store, { seed: 1, documents });
      const site = await startSite(pages, { store });
      const asked = performance.now();
      const { network } = await site.ask<{ network: Network }>(overviewQuery, { limit: documents });
      report.note(
        `The server's first answer of ${documents} documents, with its layout: ${(performance.now() - asked).toFixed(0)} ms.`,
      );
      rows.push(...(await compare(browser, site.url, { network }, report)));
      await site.close();
    }
    const site = await startSite(pages, { batches: [] });
    const network = madeUpNetwork(beyond.order, beyond.size);
    const stats = { documents: 1, entities: beyond.order, relations: beyond.size, statements: 0 };
    const body = JSON.stringify({ data: { network, stats, entities: { nodes: [] } } });
    rows.push(...(await compare(browser, site.url, { network, body }, report)));
    await site.close();
    report.table(rows, 'The explorer beside bare Sigma');
  } finally {
    await browser.close();
    await removePages(pages);
  }
}
