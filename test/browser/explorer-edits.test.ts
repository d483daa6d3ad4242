import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { axeFindings } from './axe.js';
import { describeExplorer } from './describe-explorer.js';
import { heading } from './explorer-page.js';
import type { Site } from './start-site.js';
import { eventually, until } from './until.js';

const adminToken = 'a-token-for-this-test-alone';

const batch = graphBatch({
  key: 'a',
  date: '1957-07-12',
  relations: [
    { type: 'MET_WITH', source: 'person:nam-il', target: 'person:shepilov' },
    { type: 'MET_WITH', source: 'person:nam-il', target: 'person:zorin' },
  ],
});

describeExplorer('Editing in the explorer', { batches: [] }, (explorer) => {
  let site: Site;
  beforeEach(async () => {
    site = await explorer.openSite({ batches: [batch] }, { adminToken });
  });
  const count = async (what: 'entities' | 'relations') =>
    (await site.ask<{ stats: Record<string, number> }>(`{ stats { ${what} } }`)).stats[what];
  const unfold = async (page: Page) => {
    await page.getByText('Rename, merge or split').click();
    const field = page.getByLabel(/give a token/);
    if ((await field.count()) > 0) {
      await field.fill(adminToken);
      await page.keyboard.press('Enter');
      await field.waitFor({ state: 'detached' });
    }
  };
  const lastEdit = (page: Page) => page.locator('.last-edit');

  it('merges an entity into another one, splits it off again, and takes both back', async () => {
    const { page, complaints } = await explorer.browser.open();
    await page.goto(`${site.url}/#chosen=person:shepilov`);
    await unfold(page);
    await page.getByText('there is nothing to split', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Merge it into another' }).click();
    await page.getByText('Choose the entity that Shepilov is to be merged into', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('tabpanel').getByRole('button', { name: 'Nam Il' }).click();
    await page.getByRole('button', { name: 'Merge Shepilov into Nam Il' }).click();
    await lastEdit(page).getByText('Shepilov was merged into Nam Il.').waitFor();
    await eventually(async () => expect(await count('entities')).toBe(2));

    // A person's own word is not split: it is taken back.
    await page.getByRole('checkbox', { name: /Shepilov/ }).check();
    await page.getByRole('button', { name: 'Split' }).click();
    await page.getByRole('alert').getByText(/undo/i).first().waitFor();
    await eventually(async () => expect(await count('entities')).toBe(2));
    await lastEdit(page).getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('there is nothing to split', { exact: false }).waitFor();
    await eventually(async () => expect(await count('entities')).toBe(3));
    expect(complaints.every((complaint) => /status of 4/.test(complaint))).toBe(true);
  });

  it('takes a name that was linked with an entity out of it, and back', async () => {
    const [kim, spelledOtherwise] = ['person:kim-il-sung', 'person:kim-ir-sen'] as const;
    const linked = await explorer.openSite(
      {
        batches: [
          graphBatch({ key: 'a', entities: [{ id: kim }] }),
          graphBatch({ key: 'b', entities: [{ id: spelledOtherwise }] }),
        ],
      },
      { adminToken },
    );
    const identities = async () => {
      type Data = { entity: { identities: { id: string }[] } };
      const { entity } = await linked.ask<Data>(`{ entity(id: "${kim}") { identities { id } } }`);
      return entity.identities.map(({ id }) => id).sort();
    };
    await eventually(async () => expect(await identities()).toEqual([kim, spelledOtherwise]));

    const { page, complaints } = await explorer.browser.open();
    await page.goto(`${linked.url}/#chosen=${kim}`);
    await unfold(page);
    await page.getByRole('checkbox', { name: spelledOtherwise }).check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Split', exact: true }).click();
    await lastEdit(page).getByText('1 of its names was taken out of', { exact: false }).waitFor();
    await eventually(async () => expect(await identities()).toEqual([kim]));
    await lastEdit(page).getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('checkbox', { name: spelledOtherwise }).waitFor();
    await eventually(async () => expect(await identities()).toEqual([kim, spelledOtherwise]));
    expect(complaints).toEqual([]);
  });

  it('renames an entity with why, shows it in the ledger of the page, and takes it back there', async () => {
    const { page, complaints } = await explorer.browser.open();
    await page.goto(`${site.url}/#chosen=person:nam-il`);
    await unfold(page);
    await page.getByLabel('Name to show').fill('Nam Il, General');
    await page.getByLabel('Why').fill('So his letters are signed.');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await heading(page, 'Nam Il, General').waitFor();
    await lastEdit(page).getByText('Nam Il is named Nam Il, General now.').waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await page.getByRole('link', { name: 'What people changed of it' }).click();
    await page.getByRole('heading', { name: 'What people changed' }).waitFor();
    const entry = page.getByRole('article');
    await entry.getByText('“So his letters are signed.”').waitFor();
    await eventually(async () => expect(await entry.textContent()).toContain('Nam Il is named Nam Il, General'));
    expect(await axeFindings(page)).toEqual([]);
    await entry.getByRole('button', { name: /^Take it back: edit:/ }).click();
    await entry.getByText(/^Taken back by/).waitFor();
    expect((await site.ask<{ entity: object }>('{ entity(id: "person:nam-il") { name } }')).entity).toEqual({
      name: 'Nam Il',
    });
    expect(complaints).toEqual([]);
  });

  it('retracts a relation from its evidence, with why, and takes it back', async () => {
    const { page, complaints } = await explorer.browser.open();
    await page.goto(`${site.url}/#chosen=person:zorin`);
    await unfold(page);
    await page.getByRole('button', { name: /^Read the/ }).click();
    await heading(page, 'Evidence').waitFor();
    await page.getByText('Retract it').click();
    await page.getByLabel('Why').fill('The note is of another day.');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await lastEdit(page).getByText('“Nam Il met with Zorin” was retracted.').waitFor();
    await page.getByText('There are no relations.').waitFor();
    await eventually(async () => expect(await count('relations')).toBe(1));
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Changes' }).click();
    await page.getByText('“The note is of another day.”').waitFor();
    await lastEdit(page).getByRole('button', { name: 'Take it back' }).click();
    await until(page, 'document.querySelector(".undone") !== null');
    await eventually(async () => expect(await count('relations')).toBe(2));
    expect(complaints).toEqual([]);
  });

  it('changes nothing unseen: what another editor did meanwhile is told, and looked at again', async () => {
    const { page, complaints } = await explorer.browser.open();
    await page.goto(`${site.url}/#chosen=person:nam-il`);
    await unfold(page);
    await site.ask('mutation { renameEntity(entity: "person:nam-il", name: "Nam the Other") { id } }');
    await page.getByLabel('Name to show').fill('Nam the First');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert');
    await alert.getByText('others changed what this edit is about', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await alert.getByRole('button', { name: 'Look again' }).click();
    await heading(page, 'Nam the Other').waitFor();
    await page.getByLabel('Name to show').fill('Nam the First');
    await page.keyboard.press('Enter');
    await heading(page, 'Nam the First').waitFor();
    expect(complaints.every((complaint) => /status of 4|status of 200/.test(complaint))).toBe(true);
  });
});
