import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { parseRoute } from '../../explorer/route.js';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { axeFindings } from './axe.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';
import { eventually, until } from './until.js';

jest.setTimeout(180_000);

const adminToken = 'a-token-for-this-test-alone';
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const routeOf = (page: Page) => parseRoute(new URL(page.url()).hash);

describeWith(chromiumRequirement(), 'The views of the explorer', (chromiumPath) => {
  let pages: string;
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    pages = await buildPages(['explorer']);
    site = await startSite(pages, 'samples', { adminToken });
    browser = await openBrowser(chromiumPath);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await removePages(pages);
  });

  const line = (page: Page) => page.getByRole('group', { name: /^Timeline from/ });
  const periodOf = async (page: Page) => (await line(page).getAttribute('aria-label'))?.split('.')[0];

  it('draws what has a date on a line of time, and leads from a bar to its evidence', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=timeline`);
    const talk = page.getByRole('button', { name: 'conversation of 12 July 1957, 12 July 1957' });
    await talk.waitFor();
    // A month is a bar of a month: wider than a day, and drawn as vague.
    const month = page
      .getByRole('button', { name: /, September 1957$/ })
      .locator('.bar-fill')
      .first();
    const [wide, narrow] = [await month.boundingBox(), await talk.locator('.bar-fill').boundingBox()];
    expect(wide?.width).toBeGreaterThan(narrow?.width ?? 0);

    await talk.click();
    await heading(page, 'Where it is told').waitFor();
    await page.getByText('12 July 1957, 1 hour 40 minutes').waitFor();
    await page.getByRole('figure').first().getByRole('button', { name: 'Open in the document' }).click();
    await page.locator('mark').first().waitFor();
    expect(routeOf(page)).toMatchObject({ view: 'DOCUMENT', passage: { document: 'document:example-900105' } });

    await page.goBack();
    await page
      .getByRole('button', { name: /^\d+ statements, / })
      .first()
      .click();
    await heading(page, /^Said (?:on|in) /).waitFor();
    await page.getByRole('figure').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('zooms and moves the line by keyboard, wheel and mouse, and shows all again', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=timeline`);
    await line(page).waitFor();
    await page.getByText('by month').waitFor();
    const start = await periodOf(page);
    await line(page).focus();
    const seen = new Set([start]);
    for (const key of ['+', '+', 'ArrowLeft', 'ArrowRight', '-']) {
      const before = await periodOf(page);
      await page.keyboard.press(key);
      await until(
        page,
        `document.querySelector('.timeline-area').getAttribute('aria-label').split('.')[0] !== ${JSON.stringify(before)}`,
      );
      seen.add(await periodOf(page));
    }
    const box = await line(page).boundingBox();
    if (box === null) throw new Error('The line is not drawn.');
    await page.mouse.move(box.x + 300, box.y + 20);
    await page.mouse.wheel(0, -400);
    await page.waitForTimeout(200);
    seen.add(await periodOf(page));
    await page.mouse.down();
    await page.mouse.move(box.x + 500, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(200);
    seen.add(await periodOf(page));
    expect(seen.size).toBeGreaterThanOrEqual(6);
    // In a lane the arrow keys go from bar to bar, and the line stays.
    const still = await periodOf(page);
    await page.locator('.lane').first().locator('button').first().focus();
    await page.keyboard.press('End');
    await eventually(async () => expect(await periodOf(page)).toBe(still));
    await page.getByRole('button', { name: 'Show all' }).click();
    await until(
      page,
      `document.querySelector('.timeline-area').getAttribute('aria-label').split('.')[0] !== ${JSON.stringify(still)}`,
    );
    expect(complaints).toEqual([]);
  });

  it('shows the time of one entity, a period and chosen lanes, kept in the address', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=timeline&entity=person:nam-il`);
    await page.getByRole('button', { name: 'Nam Il' }).waitFor();
    const bars = page.locator('.bar');
    await bars.first().waitFor();
    const all = await bars.count();
    await page.getByRole('textbox', { name: 'From' }).fill('1957-07');
    await page.getByRole('textbox', { name: 'to', exact: true }).fill('1957-07');
    await until(page, `document.querySelectorAll('.bar').length < ${all}`);
    expect(routeOf(page).filter).toMatchObject({ since: '1957-07', until: '1957-07' });
    await page.getByRole('checkbox', { name: 'Documents' }).uncheck();
    await heading(page, /^Documents/).waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'From' }).fill('nonsense');
    await page.getByText('write 1957, 1957-07 or 1957-07-12').waitFor();
    expect(routeOf(page).filter.since).toBe('1957-07');
    expect(complaints).toEqual([]);
  });

  it('counts what there is no room to draw, and says so', async () => {
    const crowded = await startSite(pages, {
      batches: Array.from({ length: 60 }, (_, index) =>
        graphBatch({ key: `letter-${index}`, date: '1957-07-12', entities: [{ id: 'person:a' }] }),
      ),
    });
    const { page, complaints } = await browser.open();
    await page.goto(`${crowded.url}/#view=timeline`);
    const said = await heading(page, /of 60 drawn, the others counted/).textContent();
    const drawn = Number(/(\d+) of 60/.exec(said ?? '')?.[1]);
    await eventually(async () => expect(await page.locator('.bar').count()).toBe(drawn));
    await page.locator('.crowd').click();
    await heading(page, `${60 - drawn} close together`).waitFor();
    await page.getByRole('complementary').getByRole('button').first().click();
    await page.getByRole('button', { name: 'Read the document' }).click();
    await page.getByRole('region', { name: 'Text of the document' }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
    await crowded.close();
  });

  const map = (page: Page) => page.getByRole('group', { name: /^Map of \d+ places/ });

  it('draws places where they lie, and lists those of which nobody told where', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=map`);
    await map(page).waitFor();
    await page.locator('path.land[d^="M"]').waitFor({ state: 'attached' });
    await heading(page, /^Without coordinates \d+$/).waitFor();
    const list = page.getByRole('complementary', { name: 'Places' });
    await list.getByRole('textbox').fill('moscow');
    await list.getByRole('button', { name: 'Moscow' }).hover();
    await page.locator('.place-mark.pointed').waitFor();

    // East is to the right, whatever is shown.
    const x = async (name: string) => {
      const mark = page.locator('.place-mark').and(page.getByRole('button', { name: new RegExp(`\\b${name} \\d+×`) }));
      return (await mark.boundingBox())?.x ?? Number.NaN;
    };
    await eventually(async () => expect(await x('Pyongyang')).toBeGreaterThan(await x('Moscow')));
    await eventually(async () => expect(await x('Moscow')).toBeGreaterThan(await x('Budapest')));

    await list.getByRole('button', { name: 'Moscow' }).click();
    await page.getByRole('heading', { level: 2, name: 'Moscow' }).waitFor();
    expect(routeOf(page)).toMatchObject({ view: 'MAP', chosen: 'place:moscow' });
    await page.locator('.place-mark[aria-pressed="true"]').waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens crowds of places by zooming, with mouse and keyboard', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=map`);
    await map(page).waitFor();
    const crowd = page.locator('.place-mark.crowd').first();
    await crowd.waitFor();
    const names = await crowd.getAttribute('aria-label');
    await crowd.click();
    await until(
      page,
      `![...document.querySelectorAll('.place-mark')].some((mark) => mark.getAttribute('aria-label') === ${JSON.stringify(names)})`,
    );
    const land = () => page.locator('path.land').getAttribute('d');
    const before = await land();
    await map(page).focus();
    for (const key of ['+', '+', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    await until(page, `document.querySelector('path.land').getAttribute('d') !== ${JSON.stringify(before)}`);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(complaints).toEqual([]);
  });

  it('maps the places of one entity alone', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=map`);
    const label = async () => map(page).getAttribute('aria-label');
    await map(page).waitFor();
    const all = await label();
    await page.goto(`${site.url}/?one#view=map&entity=person:nam-il`);
    await page.getByText('Places tied to').waitFor();
    await map(page).waitFor();
    await eventually(async () => expect(await label()).not.toBe(all));
    await page.getByRole('button', { name: 'Show all', exact: true }).first().click();
    await page.getByText('Places tied to').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('decides unsure pairs with one key, takes decisions back with another, and needs a token', async () => {
    // A refusal is an answer with status 401, which the browser notes as an error.
    const { page, complaints } = await browser.open();
    const open = async () =>
      (
        await site.ask<{ matches: { nodes: readonly unknown[] } }>(
          '{ matches(states: [OPEN], first: 100) { nodes { id } } }',
        )
      ).matches.nodes.length;
    const count = await open();
    expect(count).toBeGreaterThan(1);
    await page.goto(`${site.url}/#view=review`);
    const question = heading(page, /one and the same\?$/);
    await question.waitFor();
    const first = await question.textContent();
    await page.getByRole('figure').first().waitFor();

    await page.keyboard.press('s');
    await page.getByRole('alert').getByText('give another.', { exact: false }).waitFor();
    await eventually(async () => expect(await open()).toBe(count));
    await page.getByLabel(/give a token/).fill('wrong');
    await page.keyboard.press('Enter');
    // A token that doesn't hold is told at once, and not kept.
    await page.locator('form').getByRole('alert').waitFor();
    expect(complaints.every((complaint) => /status of 401/.test(complaint))).toBe(true);
    complaints.length = 0;

    await page.getByLabel(/give a token/).fill(adminToken);
    await page.keyboard.press('Enter');
    await until(page, 'Object.values(sessionStorage).length + Object.values(localStorage).length === 1');
    await page.getByRole('button', { name: /^Two different/ }).click();
    await page.getByRole('heading', { name: 'Decided just now' }).waitFor();
    await eventually(async () => expect(await question.textContent()).not.toBe(first));
    await eventually(async () => expect(await open()).toBe(count - 1));

    await page.keyboard.press('u');
    await until(page, 'document.querySelectorAll(".decided li").length === 2');
    await eventually(async () => expect(await open()).toBe(count - 2));
    await page.keyboard.press('z');
    await until(page, 'document.querySelectorAll(".decided li").length === 1');
    await page.keyboard.press('z');
    await heading(page, first ?? '').waitFor();
    await eventually(async () => expect(await open()).toBe(count));
    // What is written into a field is no decision.
    await page.getByLabel('Why').pressSequentially('sdu');
    await eventually(async () => expect(await open()).toBe(count));
    expect(complaints).toEqual([]);
  });

  it('says what to do where there is nothing to show', async () => {
    const empty = await startSite(pages, { batches: [] });
    const { page, complaints } = await browser.open();
    for (const [view, words] of [
      ['timeline', 'Nothing here has a date.'],
      ['map', 'No document names a place.'],
      ['review', 'No pair waits for a decision.'],
      ['document', 'There are no documents.'],
    ]) {
      await page.goto(`${empty.url}/?${view}#view=${view}`);
      await page.getByText(words ?? '').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await page.close();
    await empty.close();
  });

  it('shows names as they are written on line, map and list', async () => {
    const name = '<img src=x onerror="document.title=1">';
    const hostile = await startSite(pages, {
      batches: ['a', 'b'].map((key) =>
        graphBatch({
          key,
          date: '1957-07-12',
          record: { title: name },
          entities: [
            { id: `event:${key}`, name, date: '1957-07-12' },
            { id: 'place:a', name, coordinates: '39.03 125.75' },
          ],
        }),
      ),
    });
    const { page, complaints } = await browser.open();
    for (const view of ['timeline', 'map', 'document']) {
      await page.goto(`${hostile.url}/?${view}#view=${view}`);
      await page.locator('main').getByText(name).first().waitFor();
      expect(await page.locator('main img').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await page.close();
    await hostile.close();
  });

  it.each(['light', 'dark'] as const)(
    'have nothing that axe finds, on a %s page and a narrow one',
    async (colorScheme) => {
      const { page, complaints } = await browser.open({ colorScheme });
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        for (const [fragment, ready] of [
          ['#view=timeline', '.bar'],
          ['#view=map', '.places li'],
          ['#view=review', '.identities figure'],
        ] as const) {
          await page.goto(`${site.url}/?${viewport.width}${fragment}`);
          await page.locator(ready).first().waitFor();
          expect(await axeFindings(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
      }
      expect(complaints).toEqual([]);
    },
  );
});
