/**
 * Takes the pictures of the README, `docs/images/explorer.png` and `docs/images/graphiql.png`, of the samples as the
 * tree reads and draws them now: `npm run docs:pictures`.
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

  await openGraphiql(page, site.url);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.graphiql-response').getByText('"data"').first().waitFor();
  await page.screenshot({ path: picture('graphiql') });
} finally {
  await browser.close();
  await site.close();
  await removePages(pages);
}

for (const name of ['explorer', 'graphiql']) {
  const { size } = await stat(picture(name));
  if (size > mostPictureBytes)
    throw new Error(`${picture(name)} has ${size} bytes; keep it below ${mostPictureBytes}.`);
  console.log(`${picture(name)} ${size} bytes`);
}
