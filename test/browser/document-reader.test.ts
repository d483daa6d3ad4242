import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { parseRoute } from '../../explorer/route.js';
import { chromiumRequirement, describeWith, type Requirement } from '../requirements.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { axeFindings } from './axe.js';
import { longDocument } from './long-document.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';
import { eventually, until } from './until.js';

jest.setTimeout(180_000);

const journal = 'document:example-900105';
const text = (page: Page) => page.getByRole('region', { name: 'Text of the document' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const claims = (page: Page) => page.locator('.claims > li');

async function address(page: Page) {
  return parseRoute(new URL(page.url()).hash);
}

describeWith(chromiumRequirement(), 'The document reader', (chromiumPath) => {
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

  it('lists the documents where none is open, and opens the one that is chosen', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document`);
    await page.getByRole('button', { name: /^Journal of Soviet Ambassador .* 12 July 1957$/ }).click();
    await page.getByRole('heading', { level: 2, name: /12 July 1957$/ }).waitFor();
    await eventually(async () => expect((await address(page)).passage?.document).toBe(journal));
    await until(page, 'document.title.startsWith("Journal of Soviet Ambassador")');
    await page.getByRole('button', { name: 'All documents' }).click();
    await page.getByRole('heading', { level: 2, name: 'Documents' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows the text as received, each mention a link to its entity', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    const { document } = await site.ask<{ document: { text: string } }>(
      'query Text($id: ID!) { document(id: $id) { text } }',
      { id: journal },
    );
    const pronoun = text(page).getByRole('link', { name: 'his', exact: true }).first();
    await pronoun.waitFor();
    await eventually(async () => expect(await text(page).textContent()).toBe(document.text));
    await eventually(async () => expect(await pronoun.getAttribute('title')).toBe('Nam Il, Person'));
    const href = (await pronoun.getAttribute('href')) ?? '';
    expect(parseRoute(href).chosen).toBe('person:nam-il');

    await pronoun.click();
    await page.getByRole('heading', { level: 2, name: 'Nam Il' }).waitFor();
    await eventually(async () =>
      expect(await address(page)).toMatchObject({ view: 'DOCUMENT', chosen: 'person:nam-il' }),
    );
    await page.getByRole('button', { name: 'Back to the document' }).click();
    await page.getByRole('tab', { name: 'Claims' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('leaves the kinds unmarked that are turned off', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    const person = page.getByRole('checkbox', { name: /^Person/ });
    await person.waitFor();
    const place = text(page).getByRole('link', { name: 'Moscow' });
    const minister = text(page).getByRole('link', { name: 'Shepilov' });
    await minister.first().waitFor();
    await person.uncheck();
    await minister.first().waitFor({ state: 'detached' });
    await eventually(async () => expect(await place.count()).toBe(1));
    expect(complaints).toEqual([]);
  });

  it('lists what the sentences in view are evidence of, and follows the text', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    await claims(page).filter({ hasText: 'authored' }).waitFor();
    expect(await claims(page).filter({ hasText: 'met with' }).count()).toBe(0);
    // The keyboard scrolls the text, and the list goes with it.
    await text(page).focus();
    await page.keyboard.press('End');
    await claims(page).filter({ hasText: 'participated in' }).first().waitFor();
    await claims(page).filter({ hasText: 'authored' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('marks the passage of a claim and its sisters, and steps from one to the next', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    await claims(page).first().getByRole('button', { name: 'Show in the text' }).click();
    await page.locator('mark').first().waitFor();
    const { passage } = await address(page);
    expect(passage?.start).toBeLessThan(passage?.end ?? 0);
    for (let step = 0; step < 4; step++) {
      const before = (await address(page)).passage?.start ?? 0;
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      const { start, end } = (await address(page)).passage ?? { start: -1, end: -1 };
      expect(start).toBeGreaterThanOrEqual(before);
      const { document } = await site.ask<{ document: { text: string } }>(
        'query Text($id: ID!) { document(id: $id) { text } }',
        { id: journal },
      );
      const words = document.text.slice(start, end);
      await until(
        page,
        `[...document.querySelectorAll('mark:not(.alike)')].map((mark) => mark.textContent).join('') === ${JSON.stringify(words)}`,
      );
      await eventually(async () => expect(await page.locator('.claims > li[aria-current]').count()).toBeGreaterThan(0));
      const box = await page.locator('mark:not(.alike)').first().boundingBox();
      expect(box !== null && box.y > 0 && box.y < 800).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  it('cites the document and the chosen passage in each form, to be copied', async () => {
    const { page, complaints } = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    await tab(page, 'Cite');
    await page.getByRole('heading', { name: 'Cite the document' }).waitFor();
    const citation = page.locator('.citation');
    for (const [form, words] of [
      ['Chicago', 'Puzanov'],
      ['BibTeX', '@'],
      ['RIS', 'TY  - '],
      ['CSL-JSON', '"type"'],
    ] as const) {
      await page.getByRole('radio', { name: form }).check();
      await citation.filter({ hasText: words }).waitFor();
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByText('Copied.').waitFor();
      await eventually(async () =>
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await citation.textContent()),
      );
    }
    await tab(page, 'Claims');
    await claims(page).first().getByRole('button', { name: 'Show in the text' }).click();
    await tab(page, 'Cite');
    await page.getByRole('heading', { name: 'Cite the chosen passage' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('tells what the archive says of it, what was read, and what was skipped and why', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    await tab(page, 'Source');
    const panel = page.getByRole('region', { name: 'About the document' });
    await panel.getByText('0102', { exact: true }).waitFor();
    await panel.getByText(/of \d+ sentences \(\d+ %\) gave a mention/).waitFor();
    const { document } = await site.ask<{
      document: { text: string; coverage: { skipped: readonly { start: number; end: number; reason: string }[] } };
    }>('query C($id: ID!) { document(id: $id) { text coverage { skipped { start end reason } } } }', { id: journal });
    const [first] = document.coverage.skipped;
    await panel.getByText(`${document.coverage.skipped.length} passages`, { exact: false }).waitFor();
    await panel
      .getByRole('button', { name: first?.reason ?? '' })
      .first()
      .click();
    await until(
      page,
      `[...document.querySelectorAll('mark')].map((mark) => mark.textContent).join('') === ${JSON.stringify(document.text.slice(first?.start, first?.end))}`,
    );
    expect(complaints).toEqual([]);
  });

  it('tells what the graph would not know without it, and draws its own network', async () => {
    const { page, complaints } = await browser.open();
    await page.goto(`${site.url}/#view=document&document=${journal}`);
    await page.getByRole('img', { name: /^Network of the document: \d+ entities and \d+ ties$/ }).waitFor();
    await tab(page, 'Added by it');
    const { document } = await site.ask<{
      document: { entities: { nodes: readonly { name: string }[] } };
    }>('query A($id: ID!) { document(id: $id) { entities(firstSeen: true, first: 50) { nodes { name } } } }', {
      id: journal,
    });
    const panel = page.getByRole('tabpanel');
    await panel
      .getByRole('button', { name: document.entities.nodes[0]?.name ?? '' })
      .first()
      .waitFor();
    await panel
      .getByRole('button', { name: /^Read the/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: 'Evidence' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens a million characters at their end with little of it made ready', async () => {
    const { batch, text: whole, passage, mentions } = longDocument();
    const long = await startSite(pages, { batches: [batch] });
    const { page, complaints } = await browser.open();
    await page.goto(`${long.url}/#view=document&document=document:long&start=${passage.start}&end=${passage.end}`);
    const mark = page.locator('mark:not(.alike)').first();
    await mark.waitFor();
    // All of them: each has the same claim, so that each is marked as being alike.
    const claims = new RegExp(
      `^\\d+ of (${batch.evidence.length}|${batch.evidence.length.toLocaleString('en')}) claims`,
    );
    await page.getByText(claims).waitFor({ timeout: 60_000 });
    const box = await mark.boundingBox();
    expect(box !== null && box.y > 0 && box.y < 800).toBe(true);
    await eventually(async () => expect(await page.locator('.text-block').count()).toBeGreaterThan(300));
    await eventually(async () => expect(await page.locator('.mention').count()).toBeGreaterThan(0));
    expect(await page.locator('.mention').count()).toBeLessThan(mentions / 8);
    await eventually(async () => expect(await text(page).textContent()).toBe(whole));
    await page.close();
    await long.close();
    expect(complaints).toEqual([]);
  });

  it('shows markup and script in a document as the text that they are', async () => {
    const broken = '<script>document.title = "broken in"</script>';
    const batch = graphBatch({
      key: 'hostile',
      date: '1957-07-12',
      record: {
        title: '<img src=x onerror=alert(1)>',
        summary: broken,
        citation: broken,
        url: 'javascript:alert(1)',
        archivalReference: { archive: broken, fond: '<i>1</i>' },
      },
      entities: [{ id: 'person:a', name: '<b>Bold</b>' }],
      relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b' }],
      statements: [{ speaker: 'person:a', addressees: ['person:b'] }],
    });
    const hostile = await startSite(pages, { batches: [batch] });
    const { page, complaints } = await browser.open();
    await page.goto(`${hostile.url}/#view=document&document=document:hostile`);
    await text(page).getByRole('link', { name: '<b>Bold</b>' }).first().waitFor();
    await eventually(async () => expect(await text(page).textContent()).toBe(batch.text));
    for (const name of ['Claims', 'Source', 'Cite', 'Added by it']) {
      await tab(page, name);
      await page.getByRole('tabpanel').getByText(/\S/).first().waitFor();
      expect(await page.locator('main :is(img, b, i, script)').count()).toBe(0);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    }
    expect(await page.title()).toContain('<img src=x');
    expect(complaints).toEqual([]);
    await page.close();
    await hostile.close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds, on a %s page and a narrow one',
    async (colorScheme) => {
      const { page, complaints } = await browser.open({ colorScheme });
      for (const viewport of [
        { width: 1280, height: 800 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(viewport);
        for (const fragment of ['#view=document', `#view=document&document=${journal}&start=900&end=1000`]) {
          await page.goto(`${site.url}/?${viewport.width}${fragment}`);
          await page.locator('main :is(.claims li, .document-list li)').first().waitFor();
          expect(await axeFindings(page)).toEqual([]);
          expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        }
        for (const name of ['Source', 'Cite', 'Added by it']) {
          await tab(page, name);
          await page.getByRole('tabpanel').locator('button').first().waitFor();
          expect(await axeFindings(page)).toEqual([]);
        }
      }
      expect(complaints).toEqual([]);
    },
  );

  const journalFile = resolve('../shared/corpus/puzanov-1957-07-08.txt');
  const archival: Requirement<string> = {
    name: 'The journal of an ambassador',
    value: existsSync(journalFile) ? journalFile : null,
    reason: 'there is no ../shared/corpus',
    cure: 'Put the text there to read it.',
    mayBeMissing: true,
  };
  describeWith(archival, 'reads an archival document', (file) => {
    it('word for word, its mentions marked', async () => {
      const real = await startSite(pages, { files: [file] });
      const { page, complaints } = await browser.open();
      await page.goto(`${real.url}/#view=document`);
      await page.locator('.document-list').getByRole('button').first().click();
      await text(page).getByRole('link').first().waitFor();
      const { documents } = await real.ask<{ documents: { nodes: readonly { text: string }[] } }>(
        '{ documents { nodes { text } } }',
      );
      await eventually(async () => expect(await text(page).textContent()).toBe(documents.nodes[0]?.text));
      await claims(page).first().waitFor();
      expect(complaints).toEqual([]);
      await page.close();
      await real.close();
    });
  });
});
