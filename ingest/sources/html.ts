import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { UnreadableInputError } from '../../src/errors.js';
import { decodeText } from './decode-text.js';
import { htmlText } from './html-text.js';
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

/** The page, below `html` and `body` even where its own are damaged: Readability takes both for granted. */
function parsePage(html: string): Page {
  const { document } = parseHTML(html);
  const root = document.querySelector('html');
  return root?.parentNode === document && root.querySelector('body') !== null
    ? document
    : parseHTML(`<html><body>${html}</body></html>`).document;
}

function articleOf(page: Page): string {
  const article = new Readability(page).parse();
  return article?.content == null ? '' : htmlText(parsePage(article.content).documentElement);
}

function metadata(page: Page): { title: string | null; url: string | null } {
  const attribute = (selector: string, name: string): string | null =>
    page.querySelector(selector)?.getAttribute(name) ?? null;
  const address = attribute('link[rel="canonical"]', 'href') ?? attribute('meta[property="og:url"]', 'content');
  const names = [
    page.querySelector('h1')?.textContent,
    attribute('meta[property="og:title"]', 'content'),
    page.querySelector('title')?.textContent,
  ];
  const title = names.map((name) => name?.replace(/\s+/gu, ' ').trim() ?? '').find((name) => name !== '');
  return { title: title ?? null, url: address !== null && /^https?:/iu.test(address) ? address : null };
}

async function* readPage(input: OpenedInput): AsyncGenerator<SourceDocument> {
  const whole = await input.whole();
  const html = decode(whole);
  const document = parsePage(html);
  if (document.querySelector('frameset') !== null) {
    throw new UnreadableInputError(
      `${input.name} is a page of frames, and holds no text itself.`,
      'Open the frame with the document, save that page, and give it.',
    );
  }
  const { title, url } = metadata(document);
  // Readability takes the page apart: the whole is read before the article.
  const everything = htmlText(document.documentElement);
  const article = articleOf(document);
  const body = article.length >= shortestArticle ? article : everything;
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
