import type { Page } from 'playwright-core';

/**
 * Waits until an expression is true in the page. Playwright's own `waitForFunction` evaluates a string within the page
 * at each turn, which the Content-Security-Policy refuses.
 */
export async function until(page: Page, expression: string, timeoutMs = 20_000): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await page.evaluate<boolean>(expression)); ) {
    if (Date.now() > end) throw new Error(`It never came true: ${expression}`);
    await page.waitForTimeout(50);
  }
}
