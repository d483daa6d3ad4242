import { UnreadableInputError } from '../../src/errors.js';
import { decodeText } from './decode-text.js';
import { docx } from './docx.js';
import { html } from './html.js';
import { openInput } from './opened-input.js';
import { pdf } from './pdf.js';
import type { Format, SourceDocument, SourceInput, WholeInput } from './source.js';
import { tei } from './tei/tei.js';
import { layOut } from './text-layouts.js';

/** In the order in which they are asked; what none of them accepts is text. */
const formats: readonly Format[] = [tei, html, pdf, docx];

/** Markup read as plain text would turn tags into words; a format of its own is to read it. */
const markup = /^\s*(?:<\?xml\b|<!DOCTYPE\b|<(?:html|TEI|teiCorpus|rss|svg)\b)/iu;

/**
 * The documents in an input, in their order.
 *
 * @throws {UnreadableInputError} when the input is of a format that it breaks, or of none that is read.
 */
export async function* readSources(input: SourceInput): AsyncGenerator<SourceDocument> {
  const opened = await openInput(input);
  const format = formats.find((candidate) => candidate.accepts(opened));
  if (format === undefined) yield* readText(await opened.whole());
  else yield* format.read(opened);
}

/**
 * The documents in a file of text.
 *
 * @throws {UnreadableInputError} when the bytes are no text, or text in markup that no source reads.
 */
export function* readText(input: WholeInput): Generator<SourceDocument> {
  const text = decodeText(input);
  if (markup.test(text.slice(0, 1000))) {
    throw new UnreadableInputError(
      `${input.name} is XML other than TEI, which no source reads.`,
      'Save its text as plain text (UTF-8), and give that.',
    );
  }
  yield* layOut(input, text);
}
