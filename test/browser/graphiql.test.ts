import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { workedQueries } from '../../schema/worked-queries.js';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { openGraphiql } from './open-graphiql.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';
import { eventually } from './until.js';

jest.setTimeout(120_000);

const operationNames = workedQueries.map(({ query }) => /^query (\w+)/m.exec(query)?.[1] ?? '');

/** The strings of an answer, in its order. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** What the response pane shows of the answer: Monaco draws spaces as no-break spaces, and only the lines in view. */
async function shownResponse(page: Page): Promise<string> {
  const lines = await page.locator('.graphiql-response .view-line').allTextContents();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Presses the button, and gives the answer to the tab's own operation. */
async function runTab(page: Page, operationName: string): Promise<GraphqlAnswer> {
  const answered = page.waitForResponse(
    (response) => response.request().postData()?.includes(`query ${operationName} `) === true,
  );
  await page.getByRole('button', { name: /^Execute query/ }).click();
  return (await (await answered).json()) as GraphqlAnswer;
}

describeWith(chromiumRequirement(), 'GraphiQL at /graphql', (chromiumPath) => {
  let pages: string;
  let site: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    pages = await buildPages(['graphiql']);
    site = await startSite(pages, 'samples');
    browser = await openBrowser(chromiumPath);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await removePages(pages);
  });

  /** As a reader sees them: the titles of the icons beside them are not drawn. */
  const titles = async (page: Page) => (await page.getByRole('tab').allInnerTexts()).map((text) => text.trim());

  it('opens on the worked queries, runs each, and shows its data', async () => {
    const { page, complaints } = await browser.open();
    await openGraphiql(page, site.url);
    await eventually(async () => expect(await titles(page)).toEqual(operationNames));

    for (const name of operationNames) {
      await page.getByRole('tab').filter({ hasText: name }).click();
      // A click on the button before the editor has taken the tab's text is lost.
      await page.locator('.graphiql-query-editor .view-line').filter({ hasText: name }).first().waitFor();
      // GraphiQL takes over the operation of a tab a moment after its text; before that a run names the last tab's.
      await page.waitForTimeout(700);
      const { data, errors } = await runTab(page, name);
      expect({ name, errors }).toEqual({ name, errors: undefined });
      const found = strings(data);
      expect({ name, answers: found.length >= 5 }).toEqual({ name, answers: true });
      const [first = ''] = found;
      await page.locator('.graphiql-response').getByText(first, { exact: false }).first().waitFor();
      await eventually(async () => expect(await shownResponse(page)).toMatch(/^\{\s+"data": \{/));
    }

    await page.reload();
    await page.getByRole('tab').first().waitFor();
    await eventually(async () => expect(await titles(page)).toEqual(operationNames));
    expect(complaints).toEqual([]);
  });

  it('opens on them too where another GraphiQL has left its tabs', async () => {
    const { page, complaints } = await browser.open();
    await page.addInitScript(`
      localStorage.setItem('graphiql:query', 'query Theirs { me }');
      localStorage.setItem('graphiql:tabState', JSON.stringify({ activeTabIndex: 0, tabs: [
        { id: 'a', title: 'Theirs', query: 'query Theirs { me }', variables: null, headers: null, operationName: 'Theirs', response: null },
      ] }));`);
    await openGraphiql(page, site.url);
    await eventually(async () => expect(await titles(page)).toEqual(operationNames));
    expect(complaints).toEqual([]);
  });

  it('shows an answer of which a part comes later', async () => {
    const { page, complaints } = await browser.open();
    await openGraphiql(page, site.url);
    await page.locator('.graphiql-query-editor .monaco-editor').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(
      'query Later { stats { documents } ... @defer { network(limit: 3) { nodes { label } } } }',
    );
    await page.waitForTimeout(700);
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('Later') === true);
    await page.getByRole('button', { name: /^Execute query/ }).click();
    expect((await answered).headers()['content-type']).toContain('multipart/mixed');
    await eventually(async () => expect(await shownResponse(page)).toMatch(/"documents": \d+[\s\S]*"label": "/));
    expect(complaints).toEqual([]);
  });

  it('knows the schema: a field that does not exist is marked', async () => {
    const { page, complaints } = await browser.open();
    await openGraphiql(page, site.url);
    const editor = page.locator('.graphiql-query-editor .monaco-editor');
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('query Mine { nonsense }');
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
