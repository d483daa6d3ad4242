/**
 * Takes the pictures of the README, in `docs/images`, of the samples as the tree reads and draws them now:
 * `npm run docs:pictures`.
 */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './open-browser.js';
import { openGraphiql } from './open-graphiql.js';
import { buildPages, removePages, startSite } from './start-site.js';

/** What a clone should have to carry. */
const mostPictureBytes = 300_000;

const picture = (name: string) => fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));

const pages = await buildPages(['explorer', 'graphiql']);
const site = await startSite(pages, 'samples');
const browser = await openBrowser(process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
try {
  const { page } = await browser.open({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });

  await page.goto(site.url);
  await page.getByText(/documents tell of/).waitFor();
  await page.getByRole('img', { name: /^Network of/ }).waitFor();
  await page.screenshot({ path: picture('explorer') });

  await page.goto(`${site.url}/?reader#view=document&document=document:example-900105&start=1061&end=1136`);
  await page.getByRole('img', { name: /^Network of the document/ }).waitFor();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.locator('.claims > li[aria-current]').first().waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture('reader') });

  await page.goto(`${site.url}/?timeline#view=timeline`);
  await page.getByRole('button', { name: /^conversation of 12 July 1957/ }).click();
  await page.getByRole('figure').first().waitFor();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture('timeline') });

  await openGraphiql(page, site.url);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.graphiql-response').getByText('"data"').first().waitFor();
  await page.screenshot({ path: picture('graphiql') });
} finally {
  await browser.close();
  await site.close();
  await removePages(pages);
}

for (const name of ['explorer', 'reader', 'timeline', 'graphiql']) {
  const { size } = await stat(picture(name));
  if (size > mostPictureBytes)
    throw new Error(`${picture(name)} has ${size} bytes; keep it below ${mostPictureBytes}.`);
  console.log(`${picture(name)} ${size} bytes`);
}
