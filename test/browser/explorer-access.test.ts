import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { axeFindings } from './axe.js';
import { describeExplorer } from './describe-explorer.js';
import { canvas, heading } from './explorer-page.js';

const adminToken = 'a-token-for-this-test-alone';

describeExplorer(
  'The explorer of an archive that is read with a token',
  'samples',
  (explorer) => {
    it.each([
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 390 },
    ] as const)('asks for one in place of an empty page, $colorScheme, $width wide', async ({ colorScheme, width }) => {
      const { page } = await explorer.browser.open({ colorScheme, viewport: { width, height: 800 } });
      for (const hash of ['', '#view=map', '#view=review', '#entity=person:kim-il-sung']) {
        await page.goto(`${explorer.site.url}/?${width}${hash}`);
        await page.getByRole('heading', { name: 'This archive is read with a token' }).waitFor();
        expect(await canvas(page).count()).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      }
    });

    it('shows every view with a token that holds, for as long as the tab is open', async () => {
      const { page, complaints } = await explorer.browser.open();
      await page.goto(explorer.site.url);
      const field = page.getByLabel('To read, give your token');
      await field.fill('wrong');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      await field.fill(adminToken);
      await page.keyboard.press('Enter');
      await canvas(page).waitFor();
      expect(complaints.every((complaint) => /status of 401/.test(complaint))).toBe(true);
      complaints.length = 0;

      const views = page.getByRole('navigation', { name: 'Views' });
      await views.getByRole('link', { name: 'Tables' }).click();
      await page.getByRole('table').first().waitFor();
      await views.getByRole('link', { name: 'Timeline' }).click();
      await page.getByRole('group', { name: /^Timeline from/ }).waitFor();
      await views.getByRole('link', { name: 'Map' }).click();
      await page.getByRole('group', { name: /^Map of/ }).waitFor();
      await views.getByRole('link', { name: 'Review' }).click();
      await page.getByRole('heading', { name: /one and the same\?$/ }).waitFor();
      await views.getByRole('link', { name: 'Changes' }).click();
      await page.getByText('There are no changes.').waitFor();
      await views.getByRole('link', { name: 'Document' }).click();
      await page
        .getByRole('button', { name: /journal/i })
        .first()
        .click();
      await page.getByRole('article').waitFor();

      await page.reload();
      await page.getByRole('article').waitFor();
      await views.getByRole('link', { name: 'Network' }).click();
      await canvas(page).waitFor();
      await page.getByRole('button', { name: 'Take home' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'GEXF' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('diplograph.gexf');
      expect(await readFile(await download.path(), 'utf8')).toContain('<gexf');
      expect(complaints).toEqual([]);
    });

    it('asks again when the token holds no longer', async () => {
      const { page } = await explorer.browser.open();
      type Made = { createToken: { secret: string; token: { id: string } } };
      const { createToken: made } = await explorer.site.ask<Made>(
        'mutation { createToken(name: "Ann", role: READER) { secret token { id } } }',
      );
      await page.goto(explorer.site.url);
      await page.getByLabel('To read, give your token').fill(made.secret);
      await page.keyboard.press('Enter');
      await canvas(page).waitFor();
      await explorer.site.ask('mutation Revoke($id: ID!) { revokeToken(id: $id) { id } }', { id: made.token.id });
      await page.goto(`${explorer.site.url}/?again#entity=person:kim-il-sung`);
      await page.getByRole('heading', { name: 'The token no longer holds' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByLabel('To read, give your token').fill(adminToken);
      await page.keyboard.press('Enter');
      await heading(page, 'Kim Il Sung').waitFor();
    });
  },
  { adminToken, readTokenRequired: true },
);
