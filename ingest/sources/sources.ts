import { UnreadableInputError } from '../../src/errors.js';
import { decodeText } from './decode-text.js';
import { plainText } from './plain-text.js';
import type { Source, SourceDocument, SourceInput } from './source.js';
import { wilsonCenter } from './wilson-center.js';

/** All formats, in the order in which they are asked; plain text accepts what the others leave. */
export const sources: readonly Source[] = [wilsonCenter, plainText];

/** Markup read as plain text would turn tags into words; a format of its own is to read it. */
const markup = /^\s*(?:<\?xml\b|<!DOCTYPE\b|<(?:html|TEI|teiCorpus|rss|svg)\b)/iu;

/**
 * The documents in a file, in their order.
 *
 * @throws {UnreadableInputError} when the bytes are no text, or text in markup that no source reads.
 */
export function* readSources(input: SourceInput): Iterable<SourceDocument> {
  const text = decodeText(input);
  if (markup.test(text.slice(0, 1000))) {
    throw new UnreadableInputError(
      `${input.name} is markup (XML or HTML), which no source reads yet.`,
      'Save its text as plain text (UTF-8), and give that.',
    );
  }
  const source = sources.find((candidate) => candidate.accepts(input, text)) ?? plainText;
  yield* source.read(input, text);
}
