import type { Page } from 'playwright-core';

/** Repeats what throws while a page is still on its way to what is expected of it; the last error is the test's. */
export async function eventually(check: () => Promise<void>, timeoutMs = 20_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

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
