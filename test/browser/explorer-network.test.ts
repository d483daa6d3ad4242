import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { axeFindings } from './axe.js';
import {
  canvas,
  foundOptions,
  heading,
  routeOf,
  type SeenNode,
  seenNodes,
  takeHome,
  untilRoute,
} from './explorer-page.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';
import { eventually } from './until.js';

jest.setTimeout(120_000);

const kim = '#entity=person:kim-il-sung';

async function nodeNamed(page: Page, name: string): Promise<SeenNode> {
  const node = (await seenNodes(page)).find((one) => one.name === name);
  if (!node) throw new Error(`${name} is not drawn.`);
  return node;
}

describeWith(chromiumRequirement(), 'The network of the explorer', (chromiumPath) => {
  let pages: string;
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    pages = await buildPages(['explorer']);
    site = await startSite(pages, 'samples');
    browser = await openBrowser(chromiumPath);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await removePages(pages);
  });

  async function openAt(hash: string) {
    const opened = await browser.open();
    await opened.page.goto(`${site.url}/${hash}`);
    await canvas(opened.page).waitFor();
    return opened;
  }

  it('expands the node that is clicked twice, and moves none of those that are there', async () => {
    const { page, complaints } = await openAt(kim);
    const before = await seenNodes(page);
    const { x, y } = await nodeNamed(page, 'Nam Il');
    await canvas(page).dblclick({ position: { x, y } });
    await untilRoute(page, ({ picture }) => picture.expanded.includes('person:nam-il'));
    await page.getByRole('img', { name: new RegExp(`^Network of (?!${before.length} )`) }).waitFor();
    const after = new Map((await seenNodes(page)).map((node) => [node.id, node]));
    expect(after.size).toBeGreaterThan(before.length);
    for (const node of before) {
      const now = after.get(node.id);
      // The selected one is drawn larger.
      expect(Math.hypot((now?.x ?? 0) - node.x, (now?.y ?? 0) - node.y)).toBeLessThan(1);
    }
    await page.keyboard.press('Control+z');
    await untilRoute(page, ({ picture }) => picture.expanded.length === 0);
    await page.keyboard.press('Control+y');
    await untilRoute(page, ({ picture }) => picture.expanded.includes('person:nam-il'));
    expect(complaints).toEqual([]);
  });

  it('turns kinds and types off and on by the legend, hides, and says so', async () => {
    const { page, complaints } = await openAt('');
    const events = page.getByRole('button', { name: /^Event/ });
    await events.click();
    await untilRoute(page, ({ filter }) => filter.kinds.length === 6 && !filter.kinds.includes('EVENT'));
    await expect(events.getAttribute('aria-pressed')).resolves.toBe('false');
    await page.getByRole('button', { name: 'Event 0' }).waitFor();
    expect((await seenNodes(page)).filter(({ id }) => id.startsWith('event:'))).toEqual([]);
    await page.getByRole('button', { name: /^met with/ }).click();
    await page.getByRole('button', { name: 'met with 0' }).waitFor();
    await events.click();
    await untilRoute(page, ({ filter }) => filter.kinds.length === 0);

    await page.getByRole('button', { name: 'Kim Il Sung' }).click();
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByText('1 hidden.').waitFor();
    expect((await seenNodes(page)).some(({ name }) => name === 'Kim Il Sung')).toBe(false);
    await page.getByRole('button', { name: 'Show again' }).click();
    await page.getByText('1 hidden.').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('holds a node where it is dragged to, and opens there again', async () => {
    const { page, complaints } = await openAt(kim);
    const { x, y } = await nodeNamed(page, 'China');
    const box = await canvas(page).boundingBox();
    if (box === null) throw new Error('The canvas is not there.');
    await page.mouse.move(box.x + x, box.y + y);
    await page.mouse.down();
    await page.mouse.move(box.x + x - 60, box.y + y - 40, { steps: 5 });
    await page.mouse.up();
    await untilRoute(page, ({ picture }) => picture.pins.length === 1);
    const moved = await nodeNamed(page, 'China');
    expect(Math.hypot(moved.x - (x - 60), moved.y - (y - 40))).toBeLessThan(4);
    await page.getByRole('button', { name: 'Start layout' }).click();
    await page.waitForTimeout(500);
    await page.getByRole('button', { name: 'Stop layout' }).click();
    expect(routeOf(page).picture.pins).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('filters by how sure, how told and when, and plays through the time', async () => {
    const { page, complaints } = await openAt('');
    await page.getByRole('button', { name: /^Filters/ }).click();
    await page.getByRole('textbox', { name: 'From' }).fill('1957-13x');
    await page.keyboard.press('Tab');
    await page.getByText('Write a year, a month or a day').waitFor();
    await page.getByRole('textbox', { name: 'From' }).fill('1957-07');
    await page.keyboard.press('Tab');
    await untilRoute(page, ({ filter }) => filter.since === '1957-07');
    await page.getByRole('combobox', { name: 'Confidence' }).selectOption('0.8');
    await untilRoute(page, ({ filter }) => filter.minConfidence === 0.8);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await untilRoute(page, ({ filter }) => filter.since === null);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Play' }).click();
    await untilRoute(page, ({ filter }) => filter.until !== null);
    const first = routeOf(page).filter.until ?? '';
    await untilRoute(page, ({ filter }) => filter.until !== first);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    expect((routeOf(page).filter.until ?? '') > first).toBe(true);
    await page.getByRole('button', { name: 'All times' }).click();
    expect(complaints).toEqual([]);
  });

  it('finds a path between two entities, each hop with its words', async () => {
    const { page, complaints } = await openAt(kim);
    await page.getByRole('button', { name: 'Find a path from here' }).click();
    await page.getByRole('combobox', { name: 'Search the other end of the path' }).pressSequentially('Josip Broz Tito');
    await foundOptions(page).filter({ hasText: 'Josip Broz Tito' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 3, name: '2 hops' }).first().waitFor();
    expect(routeOf(page).path).toEqual({ from: 'person:kim-il-sung', to: 'person:josip-broz-tito' });
    await eventually(async () => expect(await page.getByRole('figure').count()).toBeGreaterThan(1));
    await page.getByRole('img', { name: /^Network of 1\d entities/ }).waitFor();
    await eventually(async () => expect((await seenNodes(page)).map(({ name }) => name)).toContain('Josip Broz Tito'));
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('lists the same entities and relations in tables that sort', async () => {
    const { page, complaints } = await openAt(kim);
    await page.getByRole('checkbox', { name: 'Tables' }).check();
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    const nodes = await seenNodes(page);
    await eventually(async () => expect(await rows.count()).toBe(nodes.length));
    await page.getByRole('button', { name: /^Mentions/ }).click();
    await page.getByRole('button', { name: /^Mentions/ }).click();
    await page.locator('th[aria-sort=descending]').waitFor();
    await eventually(async () => expect(await rows.first().textContent()).toMatch(/^Kim Il Sung/));
    await page.getByRole('link', { name: 'Tables' }).click();
    await page.getByRole('tab', { name: /^Relations \(/ }).click();
    await rows.first().getByRole('button').nth(1).click();
    await heading(page, 'Evidence').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('colours communities and sizes by centrality', async () => {
    const { page, complaints } = await openAt('');
    await page.getByRole('combobox', { name: 'Colour', exact: true }).selectOption('community');
    await page.getByRole('list', { name: 'Communities' }).waitFor();
    await eventually(async () =>
      expect(await page.getByRole('list', { name: 'Communities' }).getByRole('listitem').count()).toBeGreaterThan(2),
    );
    const plain = await takeHome(page, 'SVG');
    await page.getByRole('combobox', { name: 'Size' }).selectOption('betweenness');
    await page.getByText('Reckoning').waitFor({ state: 'detached' });
    expect(await takeHome(page, 'SVG')).not.toBe(plain);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
