import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeExplorer } from './describe-explorer.js';
import { canvas, seenNodes } from './explorer-page.js';
import { twoFingers } from './touch.js';
import { eventually, until } from './until.js';

describeExplorer('The explorer under two fingers', 'samples', (explorer) => {
  const open = async (hash: string) => {
    const { page, complaints } = await explorer.browser.open({ hasTouch: true });
    await page.goto(`${explorer.site.url}/${hash}`);
    return { page, complaints };
  };
  const middle = { x: 300, y: 200 };
  const near = [
    { x: middle.x - 40, y: middle.y },
    { x: middle.x + 40, y: middle.y },
  ] as const;
  const far = [
    { x: middle.x - 120, y: middle.y },
    { x: middle.x + 120, y: middle.y },
  ] as const;
  const moved = (points: typeof near, right: number) =>
    [
      { ...points[0], x: points[0].x + right },
      { ...points[1], x: points[1].x + right },
    ] as const;

  it('comes nearer on the map, and moves it', async () => {
    const { page, complaints } = await open('#view=map');
    const map = page.getByRole('group', { name: /^Map of/ });
    await map.waitFor();
    const outline = () => page.locator('.map-area svg g[transform]').first().getAttribute('transform');
    const first = await outline();
    await twoFingers(page, map, near, far);
    const nearer = await outline();
    expect(nearer).not.toBe(first);
    await twoFingers(page, map, far, moved(far, 60));
    await eventually(async () => expect(await outline()).not.toBe(nearer));
    expect(complaints).toEqual([]);
  });

  it('shows less of the time line, and moves it', async () => {
    const { page, complaints } = await open('#view=timeline');
    const line = page.getByRole('group', { name: /^Timeline from/ });
    await line.waitFor();
    await page.getByText('by month').waitFor();
    const period = async (): Promise<readonly [number, number]> => {
      const [, from = '', to = ''] = /from (.+?) to (.+?)\./.exec((await line.getAttribute('aria-label')) ?? '') ?? [];
      return [Date.parse(from), Date.parse(to)];
    };
    const length = ([from, to]: readonly [number, number]) => to - from;
    const first = await period();
    await twoFingers(page, line, near, far);
    const less = await period();
    expect(length(less)).toBeLessThan(length(first) / 2);
    await twoFingers(page, line, near, moved(near, -80));
    const later = await period();
    expect(later[0]).toBeGreaterThan(less[0]);
    expect(complaints).toEqual([]);
  });

  it('comes nearer in the network', async () => {
    const { page, complaints } = await open('');
    await canvas(page).waitFor();
    const spread = async (on: Page) => {
      const xs = (await seenNodes(on)).map(({ x }) => x);
      return Math.max(...xs) - Math.min(...xs);
    };
    const first = await spread(page);
    await twoFingers(page, canvas(page), near, far);
    await until(page, 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))');
    await eventually(async () => expect(await spread(page)).toBeGreaterThan(first * 1.5));
    expect(complaints).toEqual([]);
  });
});
