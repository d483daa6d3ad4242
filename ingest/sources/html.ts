import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { UnreadableInputError } from '../../src/errors.js';
import { decodeText } from './decode-text.js';
import { htmlText } from './html-text.js';
import { decodeAs } from './legacy-encoding.js';
import type { OpenedInput } from './opened-input.js';
import type { Format, SourceDocument, WholeInput } from './source.js';
import { layOutExtracted } from './text-layouts.js';

type Page = ReturnType<typeof parseHTML>['document'];

/** Below this, the article that was found is a caption, and the page itself is meant. */
const shortestArticle = 200;

/**
 * The page in the charset that its server or the page itself names. Letters beyond ASCII that are UTF-8 are so by no chance:
 * a page that was saved anew often still names its old encoding.
 */
function decode(input: WholeInput): string {
  const head = Buffer.from(input.bytes.subarray(0, 4_096)).toString('latin1');
  const charset = input.charset?.() ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  const isAscii = input.bytes.every((byte) => byte < 0x80);
  const utf8 = isAscii ? null : decodeAs('utf-8', input.bytes);
  const named = charset === undefined ? null : decodeAs(charset, input.bytes);
  // A page that names its encoding wrongly is read as any text is.
  return utf8 ?? named ?? decodeText(input);
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
  try {
    yield* documentsOf(input.name, whole, html);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new UnreadableInputError(
      `${input.name} nests its elements too deep to be read.`,
      'Open it in a browser, save its text, and give that.',
      { cause },
    );
  }
}

function* documentsOf(name: string, whole: WholeInput, html: string): Generator<SourceDocument> {
  const document = parsePage(html);
  if (document.querySelector('frameset') !== null) {
    throw new UnreadableInputError(
      `${name} is a page of frames, and holds no text itself.`,
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
  yield* layOutExtracted(whole, body === '' ? '' : text, { format: 'html', title, url: url ?? addressOf(name) }, cure);
}

function addressOf(name: string): string | null {
  return /^https?:\/\//iu.test(name) ? name : null;
}

/** A saved page of an archive: its article, without menus and notices. Scripts don't run, and nothing is fetched. */
export const html: Format = {
  name: 'html',
  accepts: ({ head }) =>
    /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html\b|<(?:html|head|body|title|meta|link|main|article|section|div|center|table|p|h[1-6]|ul|ol|pre|font)\b)/iu.test(
      Buffer.from(head.subarray(0, 4_096)).toString('latin1'),
    ),
  read: readPage,
};
