import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { UnreadableInputError } from '../../src/errors.js';
import { decodeText } from './decode-text.js';
import { type DomNode, htmlText } from './html-text.js';
import type { OpenedInput } from './opened-input.js';
import type { Format, SourceDocument, WholeInput } from './source.js';
import { layOutExtracted } from './text-layouts.js';

type Page = ReturnType<typeof parseHTML>['document'];

/** Below this, the article that was found is a caption, and the page itself is meant. */
const shortestArticle = 200;

/** The charset that the page itself names, for what is no UTF-8. */
function decode(input: WholeInput): string {
  const head = Buffer.from(input.bytes.subarray(0, 4_096)).toString('latin1');
  const charset = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  try {
    if (charset !== undefined) return new TextDecoder(charset, { fatal: true }).decode(input.bytes);
  } catch {
    // A page that names its encoding wrongly is read as any text is.
  }
  return decodeText(input);
}

function articleOf(html: string): string {
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0]).parse();
  if (article?.content == null) return '';
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  return htmlText(content.body as unknown as DomNode);
}

function metadata(page: Page): { title: string | null; url: string | null } {
  const content = (selector: string) => page.querySelector(selector)?.getAttribute('content')?.trim();
  const address =
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? content('meta[property="og:url"]');
  const heading = page.querySelector('h1')?.textContent?.replace(/\s+/gu, ' ').trim();
  return {
    title: heading || content('meta[property="og:title"]') || page.querySelector('title')?.textContent?.trim() || null,
    url: address !== undefined && address !== null && /^https?:/iu.test(address) ? address : null,
  };
}

async function* readPage(input: OpenedInput): AsyncGenerator<SourceDocument> {
  const whole = await input.whole();
  const html = decode(whole);
  const { document } = parseHTML(html);
  if (document.querySelector('frameset') !== null) {
    throw new UnreadableInputError(
      `${input.name} is a page of frames, and holds no text itself.`,
      'Open the frame with the document, save that page, and give it.',
    );
  }
  const { title, url } = metadata(document);
  const article = articleOf(html);
  const body = article.length >= shortestArticle ? article : htmlText(document.documentElement as unknown as DomNode);
  const text = title === null || body.slice(0, 1_000).includes(title) ? body : `${title}\n\n${body}`;
  const cure =
    'Its text may be written by a script: save the page from a browser after it has loaded, or save its text.';
  yield* layOutExtracted(
    whole,
    body === '' ? '' : text,
    { format: 'html', title, url: url ?? addressOf(input.name) },
    cure,
  );
}

function addressOf(name: string): string | null {
  return /^https?:\/\//iu.test(name) ? name : null;
}

/** A saved page of an archive: its article, without menus and notices. Scripts don't run, and nothing is fetched. */
export const html: Format = {
  name: 'html',
  accepts: ({ head }) =>
    /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html\b|<html\b)/iu.test(
      Buffer.from(head.subarray(0, 4_096)).toString('latin1'),
    ),
  read: readPage,
};
