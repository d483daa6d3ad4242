import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { MultiDirectedGraph } from 'graphology';
import jsonld from 'jsonld';
import { chromiumRequirement, describeWith } from '../requirements.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { canvas, takeHome } from './explorer-page.js';
import { openBrowser, type TestBrowser } from './open-browser.js';
import { buildPages, removePages, type Site, startSite } from './start-site.js';

jest.setTimeout(120_000);

const hostileName = '<script>document.title="broken in"</script>&"\'';

describeWith(chromiumRequirement(), 'What is taken home from the explorer', (chromiumPath) => {
  let pages: string;
  let site: Site;
  let hostile: Site;
  let browser: TestBrowser;

  beforeAll(async () => {
    pages = await buildPages(['explorer']);
    site = await startSite(pages, 'samples');
    hostile = await startSite(pages, {
      batches: [
        graphBatch({
          key: 'hostile',
          record: { title: hostileName },
          entities: [
            { id: 'person:a', name: hostileName },
            { id: 'person:b', name: '=1+1' },
          ],
          relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b' }],
        }),
      ],
    });
    browser = await openBrowser(chromiumPath);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
    await hostile.close();
    await removePages(pages);
  });

  async function openAt(url: string) {
    const opened = await browser.open();
    await opened.page.goto(url);
    await canvas(opened.page).waitFor();
    return opened;
  }

  it('is the view as it is seen, by its address too', async () => {
    const { page, complaints } = await openAt(`${site.url}/#entity=person:kim-il-sung&hide=person:nam-il&size=degree`);
    const svg = await takeHome(page, 'SVG');
    expect(svg).toMatch(/^<\?xml[^>]*>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('id="person:kim-il-sung"');
    expect(svg).not.toContain('id="person:nam-il"');
    const png = await takeHome(page, 'PNG');
    expect(png.slice(1, 4)).toBe('PNG');
    expect(png.length).toBeGreaterThan(10_000);
    const again = await openAt(page.url());
    expect(await takeHome(again.page, 'SVG')).toBe(svg);
    expect([...complaints, ...again.complaints]).toEqual([]);
  });

  it('is read by other programs with all that is drawn', async () => {
    const { page, complaints } = await openAt(`${site.url}/#entity=person:kim-il-sung`);
    const [, nodes, edges] = (await canvas(page).getAttribute('aria-label'))?.match(/of (\d+) .* and (\d+)/) ?? [];
    const { parse } = (await import('graphology-gexf')).default;
    const gexf = parse(MultiDirectedGraph, await takeHome(page, 'GEXF'));
    expect([gexf.order, gexf.size]).toEqual([Number(nodes), Number(edges)]);
    expect(gexf.getNodeAttributes('person:kim-il-sung')).toMatchObject({ label: 'Kim Il Sung', kind: 'PERSON' });
    const graphml = await takeHome(page, 'GraphML');
    expect(graphml.match(/<node /g)).toHaveLength(Number(nodes));
    expect(graphml.match(/<edge /g)).toHaveLength(Number(edges));
    const csv = (await takeHome(page, 'CSV')).split('\r\n');
    expect(csv).toHaveLength(1 + Number(edges));
    expect(csv[0]).toMatch(/^source,sourceName,sourceKind,type,target/);
    const expanded = await jsonld.expand(JSON.parse(await takeHome(page, 'JSON-LD')) as jsonld.JsonLdDocument);
    expect(expanded).toHaveLength(Number(nodes) + Number(edges));
    expect(complaints).toEqual([]);
  });

  it('leads to the server’s own files where they can say the same', async () => {
    const { page } = await openAt(`${site.url}/#kinds=person&limit=300`);
    await page.getByRole('button', { name: 'Take home' }).click();
    const link = page.getByRole('link', { name: 'GEXF' });
    const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', site.url));
    expect(answer.status).toBe(200);
    const [, nodes] = (await canvas(page).getAttribute('aria-label'))?.match(/of (\d+) /) ?? [];
    expect((await answer.text()).match(/<node /g)).toHaveLength(Number(nodes));
    await page.goto(`${site.url}/#entity=person:kim-il-sung`);
    await page.getByRole('button', { name: 'Take home' }).click();
    await page.getByText('Gephi Lite').waitFor();
    expect(await link.count()).toBe(0);
  });

  it('holds names as text, whatever they are', async () => {
    const { page, complaints } = await openAt(hostile.url);
    const svg = await takeHome(page, 'SVG');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
    expect(await takeHome(page, 'GraphML')).not.toContain('<script');
    expect(await takeHome(page, 'GEXF')).not.toContain('<script');
    expect(await takeHome(page, 'CSV')).toContain("'=1+1");
    expect(JSON.parse(await takeHome(page, 'JSON-LD'))).toMatchObject({ '@graph': [{ name: hostileName }, {}, {}] });
    expect(complaints).toEqual([]);
  });
});
