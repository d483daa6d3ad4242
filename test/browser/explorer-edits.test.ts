import { expect, it, jest } from '@jest/globals';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { axeFindings } from './axe.js';
import { openBrowser } from './open-browser.js';
import { buildPages, removePages, startSite } from './start-site.js';

jest.setTimeout(180_000);

const adminToken = 'a-token-for-this-test-alone';

describeWith(chromiumRequirement(), 'Editing in the explorer', (chromiumPath) => {
  it('merges an entity into another one, takes it back, and is told what can’t be split', async () => {
    const pages = await buildPages(['explorer']);
    const batch = graphBatch({
      key: 'a',
      date: '1957-07-12',
      relations: [{ type: 'MET_WITH', source: 'person:nam-il', target: 'person:shepilov' }],
    });
    const site = await startSite(pages, { batches: [batch] }, adminToken);
    const browser = await openBrowser(chromiumPath);
    try {
      const { page, complaints } = await browser.open();
      const entities = async () =>
        (await site.ask<{ stats: { entities: number } }>('{ stats { entities } }')).stats.entities;
      await page.goto(`${site.url}/#chosen=person:shepilov`);
      await page.getByText('Merge or split').click();
      await page.getByText('there is nothing to split', { exact: false }).waitFor();
      await page.getByLabel(/give a token/).fill(adminToken);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Merge it into another' }).click();
      await page.getByText('Choose the entity that Shepilov is to be merged into', { exact: false }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('tabpanel').getByRole('button', { name: 'Nam Il' }).click();
      await page.getByRole('button', { name: 'Merge Shepilov into Nam Il' }).click();
      await page.getByText('Shepilov was merged into Nam Il.').waitFor();
      expect(await entities()).toBe(1);
      await page.locator('.edits').getByRole('button', { name: 'Undo' }).click();
      await page.getByText('there is nothing to split', { exact: false }).waitFor();
      expect(await entities()).toBe(2);

      await page.goto(`${site.url}/?again#chosen=person:shepilov`);
      await page.getByText('Merge or split').click();
      await page.getByRole('button', { name: 'Merge it into another' }).click();
      await page.getByRole('tabpanel').getByRole('button', { name: 'Nam Il' }).click();
      await page.getByRole('button', { name: 'Merge Shepilov into Nam Il' }).click();
      await page.getByText('Shepilov was merged into Nam Il.').waitFor();
      await page.getByRole('checkbox', { name: /Shepilov/ }).check();
      await page.getByRole('button', { name: 'Split' }).click();
      // A person's own word is not split: it is taken back.
      await page.getByRole('alert').getByText(/undo/i).first().waitFor();
      expect(await entities()).toBe(1);
      expect(complaints.every((complaint) => /status of 4/.test(complaint))).toBe(true);
    } finally {
      await browser.close();
      await site.close();
      await removePages(pages);
    }
  });
});
