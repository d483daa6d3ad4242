import type { Page } from 'playwright-core';

/** Opens GraphiQL and waits for both its editors: until they are there, its button does nothing. */
export async function openGraphiql(page: Page, siteUrl: string): Promise<void> {
  await page.goto(`${siteUrl}/graphql`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-response .monaco-editor').waitFor();
}
