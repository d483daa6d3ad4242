import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { axeFindings } from './axe.js';
import { canvas, foundOptions, heading, routeOf, untilRoute } from './explorer-page.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';
import { eventually } from './until.js';

jest.setTimeout(120_000);

const hostile = '<img src=x onerror="document.title=\'broken in\'">';
const box = (page: Page) => page.getByRole('banner').getByRole('combobox', { name: /^Search/ });

describeWith(chromiumRequirement(), 'Finding and reading in the explorer', (chromiumPath) => {
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

  it('finds entities, documents and quotations by the keys alone, of one kind where asked', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(site.url);
    await canvas(page).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('Kim Il');
    await foundOptions(page).filter({ hasText: 'Person, 57' }).waitFor();
    await eventually(async () =>
      expect(await foundOptions(page).first().locator('b').allTextContents()).toEqual(['Kim', 'Il']),
    );
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Kind of entity to search' }).selectOption('ORGANIZATION');
    await box(page).focus();
    await foundOptions(page).filter({ hasText: 'Kim Il Sung University' }).first().waitFor();
    expect(await foundOptions(page).filter({ hasText: 'Person,' }).count()).toBe(0);

    await page.getByRole('combobox', { name: 'Kind of entity to search' }).selectOption('');
    await box(page).fill('composition of the new government');
    const quotations = page.getByRole('group', { name: 'Quotations' }).getByRole('option');
    // What was found for the last words may still stand there for a moment.
    await quotations.filter({ hasText: 'composition of the new government' }).first().waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await untilRoute(
      page,
      ({ view, passage }) => view === 'DOCUMENT' && passage !== null && passage.end > passage.start,
    );
    expect(complaints).toEqual([]);
  });

  it('counts what is found beside each choice, narrows it by the keys alone, and says which words are missing', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(site.url);
    await canvas(page).waitFor();
    await box(page).fill('plenum');
    const choices = (by: string) => page.getByRole('list', { name: `Narrow by ${by}` }).getByRole('button');
    type Counted = { searchPassages: { facets: { passages: number } }; suggest: { kinds: { counts: object[] } } };
    const { searchPassages, suggest } = await site.ask<Counted>(
      '{ searchPassages(query: "plenum", kinds: [EVENT], first: 1) { facets { passages } } suggest(prefix: "plenum") { kinds { counts { kind count } } } }',
    );
    const [events] = suggest.kinds.counts as { kind: string; count: number }[];
    expect(events?.kind).toBe('EVENT');
    const all = (events?.count ?? 0) + searchPassages.facets.passages;
    await choices('kind')
      .filter({ hasText: `Event ${all}` })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);

    const year = choices('year').first();
    const [label = '', count = ''] = ((await year.textContent()) ?? '').split(/\s+/);
    for (let steps = 0; steps < 20; steps += 1) {
      await page.keyboard.press('Tab');
      if (await year.evaluate((element) => element === element.ownerDocument.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: 'Narrow by year' }).getByRole('button', { pressed: true }).waitFor();
    await eventually(async () => expect(await page.getByRole('group', { name: 'Entities' }).count()).toBe(0));
    const quotations = page.getByRole('group', { name: 'Quotations' }).getByRole('option');
    await eventually(async () => expect(await quotations.count()).toBe(Math.min(5, Number(count))));
    const narrowed = await site.ask<Counted>(
      `{ searchPassages(query: "plenum", from: "${label}", to: "${label}", first: 1) { facets { passages } } }`,
    );
    expect(narrowed.searchPassages.facets.passages).toBe(Number(count));
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Entities' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await box(page).evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);

    await box(page).fill('composition of the new government');
    await quotations.filter({ hasText: /without: (composition|new|government)/ }).waitFor();
    await choices('words').filter({ hasText: 'all of them 1' }).click();
    await eventually(async () => expect(await quotations.count()).toBe(1));
    expect(await page.getByText('without:').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('remembers what was looked at and kept, and bears what others left in its storage', async () => {
    const { page, complaints } = await browser.open();
    await page.addInitScript(`localStorage.setItem('diplograph:kept', '[{"id":1},null,"x"]');`);
    await page.goto(site.url);
    await canvas(page).waitFor();
    await box(page).fill('Nam Il');
    await foundOptions(page).filter({ hasText: 'Nam Il' }).first().click();
    await heading(page, 'Nam Il').waitFor();
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Kept' }).waitFor();
    await page.getByRole('button', { name: 'Diplograph' }).click();
    await box(page).focus();
    await page.getByRole('group', { name: 'Kept' }).getByRole('option', { name: 'Nam Il' }).click();
    await untilRoute(page, ({ entity }) => entity === 'person:nam-il');
    expect(complaints).toEqual([]);
  });

  it('shows the passages of a line with their citations, and says who reported a statement', async () => {
    const { page, complaints } = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site.url}/#entity=person:kim-il-sung`);
    await page
      .getByRole('button', { name: /^Read the/ })
      .first()
      .click();
    await heading(page, 'Evidence').waitFor();
    const copy = page.getByRole('button', { name: 'Copy the citation' }).first();
    await copy.click();
    await page.getByText('Copied.').first().waitFor();
    await eventually(async () =>
      expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(await copy.getAttribute('title')),
    );
    expect(await axeFindings(page)).toEqual([]);
    const query = '{ statements(first: 100) { nodes { speaker { id } reportedBy { id } } } }';
    type Told = { statements: { nodes: { speaker: { id: string }; reportedBy: { id: string }[] }[] } };
    const { nodes } = (await site.ask<Told>(query)).statements;
    const told = nodes.find(({ reportedBy }) => reportedBy.length > 0);
    await page.goto(`${site.url}/#entity=${told?.speaker.id}`);
    await page.getByRole('tab', { name: 'Who said what' }).click();
    await page.getByText('As told by').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('leaves axe nothing to find on any view, %s, wide and narrow', async (scheme) => {
    const { page, complaints } = await browser.open({ colorScheme: scheme });
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 800 },
    ]) {
      await page.setViewportSize(viewport);
      for (const hash of ['', '#entity=person:kim-il-sung&table=beside', '#view=table']) {
        await page.goto(`${site.url}/?${viewport.width}${hash}`);
        await page.waitForLoadState('networkidle');
        expect({ hash, faults: await axeFindings(page) }).toEqual({ hash, faults: [] });
      }
      await box(page).fill('plenum');
      await page.getByRole('list', { name: 'Narrow by year' }).getByRole('button').first().click();
      await page.getByRole('list', { name: 'Narrow by year' }).getByRole('button', { pressed: true }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  it('takes another scheme by choice, and keeps it', async () => {
    const { page } = await browser.open({ colorScheme: 'light' });
    await page.goto(site.url);
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await eventually(async () => expect(await background()).toBe('rgb(255, 255, 255)'));
    await page.getByRole('combobox', { name: 'Colours of the page' }).selectOption('dark');
    const dark = await background();
    expect(dark).not.toBe('rgb(255, 255, 255)');
    await page.reload();
    await canvas(page).waitFor();
    await eventually(async () => expect(await background()).toBe(dark));
  });

  it('shows names and quotations as they are written, in every list', async () => {
    const odd = await startSite(pages, {
      batches: [
        graphBatch({
          key: 'hostile',
          record: { title: hostile },
          entities: [
            { id: 'person:a', name: hostile },
            { id: 'person:b', name: '<b>B</b>' },
          ],
          relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b' }],
        }),
      ],
    });
    const { page, complaints } = await browser.open();
    await page.goto(`${odd.url}/#entity=person:a&table=beside`);
    await heading(page, hostile).waitFor();
    await page.getByRole('tab', { name: /^Relations \(/ }).click();
    await page.getByRole('button', { name: 'Find a path from here' }).click();
    await page.getByRole('combobox', { name: 'Search the other end of the path' }).fill('B');
    await foundOptions(page).filter({ hasText: '<b>B</b>' }).first().click();
    await page.getByRole('heading', { level: 3, name: '1 hop' }).waitFor();
    await box(page).fill('img src');
    await foundOptions(page).first().waitFor();
    expect(await page.locator('img, main b').count()).toBe(0);
    expect(await page.title()).not.toBe('broken in');
    expect(routeOf(page).entity).toBe('person:a');
    expect(complaints).toEqual([]);
    await page.close();
    await odd.close();
  });
});
