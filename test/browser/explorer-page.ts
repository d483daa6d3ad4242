import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { parseRoute, type Route } from '../../explorer/route.js';

export const canvas = (page: Page): Locator => page.getByRole('img', { name: /^Network of/ });
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 2, name });
/** What the search box offers. */
export const foundOptions = (page: Page): Locator => page.getByRole('listbox', { name: 'Found' }).getByRole('option');
export const routeOf = (page: Page): Route => parseRoute(new URL(page.url()).hash);

/** Waits until the address says so. Conditions as strings would be scripts, which the page's policy keeps out. */
export const untilRoute = (page: Page, is: (route: Route) => boolean): Promise<void> =>
  page.waitForURL((url) => is(parseRoute(url.hash)));

/** A node as the picture's SVG has it: its place in pixels of the element. */
export interface SeenNode {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Saves a file as a person does, and gives its content. */
export async function takeHome(page: Page, what: string): Promise<string> {
  const menu = page.getByRole('button', { name: 'Take home' });
  await menu.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: what, exact: true }).click(),
  ]);
  const content = await readFile(await download.path());
  await page.keyboard.press('Escape');
  return what === 'PNG' ? content.toString('latin1') : content.toString('utf8');
}

/** What the picture shows and where, read from the SVG that the page makes of it. */
export async function seenNodes(page: Page): Promise<readonly SeenNode[]> {
  const svg = await takeHome(page, 'SVG');
  return page.evaluate<readonly SeenNode[]>(`(() => {
    const svg = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml').documentElement;
    const holder = document.createElement('div');
    holder.append(document.importNode(svg, true));
    document.body.append(holder);
    const nodes = [...holder.querySelectorAll('path')].map((path) => {
      const { x, y, width, height } = path.getBBox();
      return { id: path.id, name: path.textContent, x: x + width / 2, y: y + height / 2 };
    });
    holder.remove();
    return nodes;
  })()`);
}

/** Middles of the lines of the picture, in pixels of the element. */
export async function seenLines(page: Page): Promise<readonly { readonly x: number; readonly y: number }[]> {
  const svg = await takeHome(page, 'SVG');
  return [...svg.matchAll(/<line x1="([^"]+)" y1="([^"]+)" x2="([^"]+)" y2="([^"]+)"/g)].map((line) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.slice(1).map(Number);
    return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  });
}
