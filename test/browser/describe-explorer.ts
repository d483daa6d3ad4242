import { afterAll, beforeAll, jest } from '@jest/globals';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, type SiteAccess, type SiteContent, startSite } from './start-site.js';

/** What the tests of a `describe` have in common; there from the first test on. */
export interface ExplorerTests {
  readonly browser: TestBrowser;
  readonly site: Site;
  /** Another site with the same pages, which ends with the tests. */
  openSite(content: SiteContent, access?: SiteAccess): Promise<Site>;
}

/** Opened in a browser, with the pages as they are in the tree, over a site that all tests share. */
export function describeExplorer(
  title: string,
  content: SiteContent,
  tests: (explorer: ExplorerTests) => void,
  access?: SiteAccess,
): void {
  describeWith(chromiumRequirement(), title, (chromiumPath) => {
    jest.setTimeout(180_000);
    let pages: string;
    let browser: TestBrowser;
    const sites: Site[] = [];
    const openSite = async (content: SiteContent, access?: SiteAccess) => {
      const site = await startSite(pages, content, access);
      sites.push(site);
      return site;
    };
    beforeAll(async () => {
      pages = await buildPages(['explorer']);
      browser = await openBrowser(chromiumPath);
      await openSite(content, access);
    });
    afterAll(async () => {
      await browser.close();
      for (const site of sites) await site.close();
      await removePages(pages);
    });
    tests({
      get browser() {
        return browser;
      },
      get site() {
        return sites[0] as Site;
      },
      openSite,
    });
  });
}
