import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './axe.js';
import { describeExplorer } from './describe-explorer.js';
import { canvas, routeOf } from './explorer-page.js';
import type { Site } from './start-site.js';
import { eventually } from './until.js';

const adminToken = 'a-token-for-this-test-alone';
const letter = (day: number) => `On ${day} May 1957 Harlan Whitcombe visited Comrade Tobias Quillfeather.\n`;

describeExplorer('Documents given to the explorer', { batches: [] }, (explorer) => {
  let folder: string;
  let site: Site;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diplograph-intake-'));
    await writeFile(join(folder, 'first.txt'), letter(3));
    await writeFile(join(folder, 'second.txt'), letter(4));
    await writeFile(join(folder, 'broken.docx'), 'PK\u0003\u0004 is no more than a beginning');
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    site = await explorer.openSite({ batches: [] }, { adminToken });
  });
  const files = (...names: readonly string[]) => names.map((name) => join(folder, name));
  const giveToken = async (page: Page) => {
    await page.getByLabel(/give a token/).fill(adminToken);
    await page.keyboard.press('Enter');
  };
  const line = (page: Page, name: string) => page.locator('.intake li').filter({ hasText: name });

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const)('reads those that are chosen, one bad one among them, $colorScheme, $width wide', async (as) => {
    const { page, complaints } = await explorer.browser.open({
      colorScheme: as.colorScheme,
      viewport: { width: as.width, height: 800 },
    });
    await page.goto(site.url);
    await page.getByText('The store is empty.').waitFor();
    await page.getByRole('button', { name: 'Add files' }).click();
    await page.getByText('Choose files').waitFor();
    await page.getByLabel('Files to add').setInputFiles(files('first.txt', 'broken.docx', 'second.txt'));
    await page.getByText('3 wait for a token.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await giveToken(page);
    await page.getByText('All are through.').waitFor();
    await eventually(async () => expect(await line(page, 'first.txt').textContent()).toContain('1 document added'));
    await eventually(async () => expect(await line(page, 'second.txt').textContent()).toContain('1 document added'));
    await eventually(async () =>
      expect((await line(page, 'broken.docx').getByRole('alert').textContent())?.length).toBeGreaterThan(20),
    );
    expect(await axeFindings(page)).toEqual([]);
    // The views know of it, and it is one click away.
    await canvas(page).waitFor();
    await line(page, 'second.txt').getByRole('listitem').getByRole('button').click();
    await page.getByRole('article').getByText('Harlan Whitcombe').first().waitFor();
    expect(routeOf(page).view).toBe('DOCUMENT');
    expect(complaints).toEqual([]);
  });

  it('takes files that are dropped onto the page, and is closed and opened by the keyboard', async () => {
    const { page, complaints } = await explorer.browser.open();
    await page.goto(site.url);
    await page.getByText('The store is empty.').waitFor();
    const drop = (type: string) =>
      page.evaluate(`(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([${JSON.stringify(letter(5))}], 'dropped.txt'));
        document.body.dispatchEvent(new DragEvent('${type}', { dataTransfer, bubbles: true, cancelable: true }));
      })()`);
    await drop('dragover');
    await page.getByText('Drop the files to have them read').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await drop('drop');
    await giveToken(page);
    await line(page, 'dropped.txt').getByText('1 document added', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.intake').waitFor({ state: 'detached' });
    const opener = page.getByRole('button', { name: 'Add files' });
    await opener.press('Enter');
    await line(page, 'dropped.txt').waitFor();
    await page.getByRole('button', { name: 'Clear what is through' }).click();
    await line(page, 'dropped.txt').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('stops a file that is being read or waits, says why one is refused, and sends it again', async () => {
    const { page } = await explorer.browser.open();
    await writeFile(join(folder, 'long.txt'), letter(6).repeat(20_000));
    await page.goto(site.url);
    await page.getByRole('button', { name: 'Add files' }).click();
    await giveToken(page);
    await page.getByLabel('Files to add').setInputFiles(files('long.txt', 'first.txt'));
    await page.getByRole('progressbar', { name: 'long.txt' }).waitFor();
    await page.getByRole('button', { name: 'Stop first.txt' }).click();
    await page.getByRole('button', { name: 'Stop long.txt' }).click();
    await page.getByText('All are through.').waitFor();
    await eventually(async () => expect(await line(page, 'long.txt').textContent()).toContain('Stopped'));
    expect((await site.ask<{ stats: object }>('{ stats { documents } }')).stats).toEqual({ documents: 0 });

    type Made = { createToken: { secret: string } };
    const made = await site.ask<Made>('mutation { createToken(name: "Ann", role: READER) { secret } }');
    await page.getByRole('button', { name: 'Forget it' }).click();
    await page.getByLabel(/give a token/).fill(made.createToken.secret);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Try first.txt again' }).click();
    await line(page, 'first.txt').getByRole('alert').getByText('needs the role editor', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Forget it' }).click();
    await giveToken(page);
    await page.getByRole('button', { name: 'Try first.txt again' }).click();
    await line(page, 'first.txt').getByText('1 document added', { exact: false }).waitFor();
  });
});
