import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { chromiumRequirement, describeWith, type Requirement } from '../requirements.js';
import { axeFindings } from './axe.js';
import { openBrowser } from './open-browser.js';
import { buildPages, removePages, startSite } from './start-site.js';

const journal = 'puzanov-1957-07-08.txt';
const volume = 'frus/frus1955-57v23p2.xml';
const corpus = resolve('../shared/corpus');
const paths = [journal, volume].map((name) => resolve(corpus, name));

const texts: Requirement<readonly string[]> = {
  name: 'A journal and a volume of diplomatic papers',
  value: paths.every((path) => existsSync(path)) ? paths : null,
  reason: `there is no ${paths.join(', ')}`,
  cure: 'Put the texts there to look at them.',
  mayBeMissing: true,
};

/** Each view, and what stands in it once it shows something. */
const views = [
  ['', 'canvas.sigma-nodes'],
  ['#view=table', 'table'],
  ['#view=document', '.document-list li'],
  ['#view=timeline', '.timeline-area'],
  ['#view=map', '.place-mark'],
  ['#view=review', '.review'],
  ['#view=ledger', '.ledger'],
] as const;

describeWith(chromiumRequirement(), 'The explorer on texts of archives', (chromiumPath) => {
  describeWith(texts, 'reads them', (files) => {
    it('in every view, light and dark, wide and narrow, down to the evidence', async () => {
      const pages = await buildPages(['explorer']);
      const site = await startSite(pages, { files, mostOfAFile: 40 });
      const browser = await openBrowser(chromiumPath);
      try {
        for (const [colorScheme, width] of [
          ['light', 1280],
          ['dark', 390],
        ] as const) {
          const { page, complaints } = await browser.open({ colorScheme, viewport: { width, height: 800 } });
          for (const [hash, ready] of views) {
            await page.goto(`${site.url}/?${width}${hash.slice(1)}${hash}`);
            await page.locator(ready).first().waitFor();
            expect({ hash, faults: await axeFindings(page) }).toEqual({ hash, faults: [] });
          }
          await page.goto(`${site.url}/?found${width}`);
          await page.getByRole('combobox', { name: /^Search/ }).fill('Department of');
          await page.getByRole('listbox', { name: 'Found' }).getByRole('option').first().click();
          await page
            .getByRole('button', { name: /^Read the/ })
            .first()
            .click();
          await page.getByRole('button', { name: 'Open in the document' }).first().click();
          await page.getByRole('article').locator('mark').first().waitFor();
          expect(await axeFindings(page)).toEqual([]);
          expect(complaints).toEqual([]);
          await page.close();
        }
      } finally {
        await browser.close();
        await site.close();
        await removePages(pages);
      }
    }, 300_000);
  });
});
