import type { TestBrowser } from '../test/browser/open-browser.js';
import type { Site } from '../test/browser/start-site.js';
import type { Report } from './frame/report.js';

const rounds = 7;

/** Notes when the first frame with names on the network has been painted, counted from the start of the navigation. */
const watchFirstNames = `(() => {
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...given) {
    if (this.canvas.classList.contains('sigma-labels')) {
      CanvasRenderingContext2D.prototype.fillText = fillText;
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('first names')));
    }
    return fillText.apply(this, given);
  };
})()`;

const marks = `(() => {
  const at = (name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
  const answers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql'));
  return [at('first-contentful-paint'), Math.min(...answers.map((one) => one.startTime)), Math.max(...answers.map((one) => one.responseEnd)), at('first names')];
})()`;

const columns = ['first words', 'first question asked', 'last answer there', 'network with names'];

/** How long somebody waits who opens the explorer for the first time: milliseconds from the start of the navigation. */
export async function benchOpening(browser: TestBrowser, site: Site, report: Report): Promise<void> {
  const measured: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const { page } = await browser.open();
    await page.addInitScript(watchFirstNames);
    await page.goto(site.url);
    while ((await page.evaluate<number>('performance.getEntriesByName("first names").length')) === 0) {
      await page.waitForTimeout(100);
    }
    measured.push(await page.evaluate<number[]>(marks));
    await page.close();
  }
  const sorted = columns.map((_, column) => measured.map((row) => row[column] ?? Number.NaN).sort((a, b) => a - b));
  report.table(
    [
      ['median, ms', 0.5],
      ['slowest, ms', 1],
    ].map(([title, of]) => {
      const cells = sorted.map((values) => Math.round(values[Math.ceil(Number(of) * values.length) - 1] ?? Number.NaN));
      return {
        [`opened ${rounds} times`]: title ?? '',
        ...Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? 0])),
      };
    }),
    'From opening the explorer to its first picture, on the samples',
  );
}
