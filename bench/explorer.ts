import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Network } from '../explorer/api/load-network.js';
import { nodeLimits } from '../explorer/picture.js';
import { entityKindNames } from '../src/model/ontology.js';
import { openBrowser, type TestBrowser } from '../test/browser/open-browser.js';
import { buildPages, removePages, startSite } from '../test/browser/start-site.js';

const sizes = [
  [1_000, 5_000],
  [10_000, 50_000],
  [50_000, 100_000],
] as const;
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
  return { nodes, edges, truncated: false };
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

async function measure(browser: TestBrowser, address: string, network: Network): Promise<Measured> {
  const { page } = await browser.open();
  const answers: Readonly<Record<string, unknown>> = {
    network,
    stats: { documents: 1, entities: network.nodes.length, relations: network.edges.length, statements: 0 },
    entities: { nodes: [] },
  };
  const body = JSON.stringify({ data: answers });
  await page.route('**/graphql', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.addInitScript(watchFirstPicture);
  await page.goto(address);
  await page.locator('canvas.sigma-nodes').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForTimeout(3_000);
  const firstMs = await page.evaluate<number>('window.firstPictureMs');
  const framesASecond = await page.evaluate<number>(pan);
  await page.close();
  return { firstMs, framesASecond };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The explorer beside bare Sigma, with the same graph in the same browser, by turns: medians of some rounds. */
export async function benchExplorer(): Promise<void> {
  const pages = await buildPages(['explorer']);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', 'bench/bare-sigma', '--outDir', join(pages, 'explorer')], { cwd: root });
  const site = await startSite(pages, { batches: [] });
  const browser = await openBrowser(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
  console.log('| nodes | edges | page | first picture, ms | frames a second while panning | of bare Sigma |');
  console.log(`| ${'--: | '.repeat(6)}`);
  try {
    for (const [order, size] of sizes) {
      const network = madeUpNetwork(order, size);
      const bare: Measured[] = [];
      const explorer: Measured[] = [];
      for (let round = 0; round < rounds; round++) {
        bare.push(await measure(browser, `${site.url}/bare.html`, network));
        explorer.push(await measure(browser, `${site.url}/#limit=${nodeLimits.at(-1)}`, network));
      }
      const reference = median(bare.map(({ framesASecond }) => framesASecond));
      for (const [page, measured] of [['bare Sigma', bare] as const, ['explorer', explorer] as const]) {
        const frames = median(measured.map(({ framesASecond }) => framesASecond));
        const first = median(measured.map(({ firstMs }) => firstMs));
        const cells = [order, size, page, first.toFixed(0), frames.toFixed(1), (frames / reference).toFixed(2)];
        console.log(`| ${cells.join(' | ')} |`);
      }
    }
  } finally {
    await browser.close();
    await site.close();
    await removePages(pages);
  }
}
