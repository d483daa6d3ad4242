import type { Locator, Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two fingers on an element, from somewhere to somewhere: pixels of the element. Playwright has but taps. */
export async function twoFingers(
  page: Page,
  element: Locator,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
): Promise<void> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The element has no place on the page.');
  const session = await page.context().newCDPSession(page);
  const steps = 8;
  const at = (step: number) =>
    from.map(({ x, y }, finger) => {
      const end = to[finger as 0 | 1];
      return { x: box.x + x + ((end.x - x) * step) / steps, y: box.y + y + ((end.y - y) * step) / steps, id: finger };
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= steps; step++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
