import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { parseRoute } from '../../explorer/route.js';
import { entityKinds } from '../../src/model/ontology.js';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { canvas, foundOptions, heading, seenLines } from './explorer-page.js';
import { findPixel } from './find-pixel.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';
import { eventually } from './until.js';

jest.setTimeout(120_000);

const mostScriptBytes = 300_000;

/** The passage that is marked in the text, stretch by stretch: its mentions are links. */
const marked = (page: Page) => page.getByRole('article').locator('mark:not(.alike)');

async function searchFor(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Search/ }).pressSequentially(name);
  await foundOptions(page).first().waitFor();
}

/** The passage that a figure shows, its place read from its caption. */
async function shownPassage(figure: Locator): Promise<{ quote: string; start: number; end: number }> {
  const quote = (await figure.locator('blockquote').textContent()) ?? '';
  const [, start, end] = /characters (\d+)–(\d+)/.exec((await figure.textContent()) ?? '') ?? [];
  return { quote, start: Number(start), end: Number(end) };
}

describeWith(chromiumRequirement(), 'The explorer at /', (chromiumPath) => {
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

  async function textOf(document: string): Promise<string> {
    const query = 'query Text($id: ID!) { document(id: $id) { text } }';
    return (await site.ask<{ document: { text: string } }>(query, { id: document })).document.text;
  }

  it('loads less script for its first picture than a picture weighs', async () => {
    const { page } = await browser.open();
    const scripts = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.goto(site.url);
    await canvas(page).waitFor();
    expect(scripts.size).toBeGreaterThan(0);
    const bytes = [...scripts].map((path) => gzipSync(readFileSync(join(pages, 'explorer', path))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostScriptBytes);
  });

  it('opens on the network of the whole store, drawn the same at every visit', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(site.url);
    await canvas(page).waitFor();
    expect(await page.getByRole('list', { name: 'Kinds of entities' }).textContent()).toMatch(
      /Person \d+.*Organization \d+/,
    );
    const person = await findPixel(canvas(page), entityKinds.PERSON.colour, 5);
    expect(person).not.toBeNull();
    await page.reload();
    await canvas(page).waitFor();
    expect(await findPixel(canvas(page), entityKinds.PERSON.colour, 5)).toEqual(person);
    expect(complaints).toEqual([]);
  });

  it('finds an entity by another romanisation, with the keyboard alone', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(site.url);
    await searchFor(page, 'Kim Ir Sen');
    const first = foundOptions(page).first();
    // What was found for the first letters may still stand there for a moment.
    await first.filter({ hasText: 'Kim Il Sung' }).waitFor();
    await eventually(async () => expect(await first.getAttribute('aria-selected')).toBe('true'));
    await page.keyboard.press('Enter');
    await heading(page, 'Kim Il Sung').waitFor();
    expect(parseRoute(new URL(page.url()).hash).entity).toBe('person:kim-il-sung');
    // The title comes with the network, the heading with the panel: either answer may be the first.
    await page.waitForFunction('document.title === "Kim Il Sung – Diplograph"');
    await page.goBack();
    await heading(page, 'Who met whom, who said what').waitFor();
    expect(complaints).toEqual([]);
  });

  it('tells of the node that is clicked, draws its network, and shows the evidence of the line that is clicked', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(site.url);
    await canvas(page).waitFor();
    const place = await findPixel(canvas(page), entityKinds.PLACE.colour, 5);
    expect(place).not.toBeNull();
    if (place !== null) await canvas(page).click({ position: place });
    await page.getByRole('tab', { name: 'Relations' }).waitFor();
    expect(parseRoute(new URL(page.url()).hash)).toMatchObject({
      entity: null,
      chosen: expect.stringMatching(/^place:/),
    });
    await page.getByRole('button', { name: 'Draw its network' }).click();
    await page.waitForFunction('location.hash.startsWith("#entity=place:")');
    await canvas(page).waitFor();

    const [line] = await seenLines(page);
    if (line) await canvas(page).click({ position: line });
    await heading(page, 'Evidence').waitFor();
    const { relations } = parseRoute(new URL(page.url()).hash);
    expect(relations.length).toBeGreaterThan(0);
    await page.locator('section.claim').first().waitFor();
    await eventually(async () => expect(await page.locator('section.claim').count()).toBe(relations.length));
    expect(complaints).toEqual([]);
  });

  it('shows the words that a relation rests on, and the same words in the document', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#entity=person:kim-il-sung`);
    await page
      .getByRole('button', { name: /^Read the/ })
      .first()
      .click();
    await heading(page, 'Evidence').waitFor();
    const figure = page.getByRole('figure').first();
    const { quote, start, end } = await shownPassage(figure);
    await figure.getByRole('button', { name: 'Open in the document' }).click();
    const mark = marked(page);
    await mark.first().waitFor();

    const { passage } = parseRoute(new URL(page.url()).hash);
    expect(passage).toMatchObject({ start, end });
    const text = await textOf(passage?.document ?? '');
    expect(quote).not.toBe('');
    expect(quote).toBe(text.slice(start, end));
    await eventually(async () => expect((await mark.allTextContents()).join('')).toBe(quote));
    await eventually(async () =>
      expect(await page.getByRole('region', { name: 'Text of the document' }).textContent()).toBe(text),
    );
    const box = await mark.first().boundingBox();
    expect(box !== null && box.y > 0 && box.y < 800).toBe(true);

    await page.getByRole('link', { name: 'Network' }).click();
    await canvas(page).waitFor();
    expect(parseRoute(new URL(page.url()).hash)).toMatchObject({
      view: 'NETWORK',
      passage,
      entity: 'person:kim-il-sung',
    });
    expect(complaints).toEqual([]);
  });

  it('lists who said what, each with its passage', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#entity=person:kim-il-sung`);
    await page.getByRole('tab', { name: 'Relations' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('figure').first().waitFor();
    const { quote, start, end } = await shownPassage(page.getByRole('figure').first());
    expect(quote.length).toBe(end - start);
    await page.getByRole('figure').first().getByRole('button', { name: 'Open in the document' }).click();
    const mark = marked(page);
    await mark.first().waitFor();
    await eventually(async () => expect((await mark.allTextContents()).join('')).toBe(quote));
    expect(complaints).toEqual([]);
  });

  it('says what to do about an unknown entity, a lost server and an empty store', async () => {
    const { page } = await browser.open();
    await page.goto(`${site.url}/#entity=person:nobody`);
    await page.getByText('There is no such entity in the store.').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${site.url}/?lost`);
    await page.getByText('The server does not answer.').first().waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await canvas(page).waitFor();

    const empty = await startSite(pages, { batches: [] });
    await page.goto(empty.url);
    await page.getByText('The store is empty.').waitFor();
    await page.close();
    await empty.close();
  });

  it('shows names and titles as they are written, whatever they hold', async () => {
    const title = '<img src=x onerror="document.title=\'broken in\'">';
    const hostile = await startSite(pages, {
      batches: [
        graphBatch({
          key: 'hostile',
          record: { title },
          entities: [
            { id: 'person:a', name: '<b>Bold</b>' },
            { id: 'person:b', name: 'B' },
          ],
          relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b' }],
        }),
      ],
    });
    const { page, complaints } = await browser.open();
    await page.goto(`${hostile.url}/#entity=person:a`);
    await heading(page, '<b>Bold</b>').waitFor();
    await page.getByRole('button', { name: 'Read the passage' }).click();
    await page.getByRole('button', { name: 'Open in the document' }).click();
    await heading(page, title).waitFor();
    expect(await page.locator('img, b').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
    await hostile.close();
  });
});
