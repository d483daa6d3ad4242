import { UnreadableInputError } from '../../src/errors.js';
import { plainText } from './plain-text.js';
import type { SourceDocument, TextLayout, WholeInput } from './source.js';
import { wilsonCenter } from './wilson-center.js';

/** In the order in which they are asked; plain text accepts what the others leave. */
const textLayouts: readonly TextLayout[] = [wilsonCenter, plainText];

/** What a format knows of a document beside its text. */
export interface TextMetadata {
  readonly format: string;
  readonly title?: string | null;
  readonly url?: string | null;
}

/** The documents in a text, by the layout that it has. */
export function* layOut(input: WholeInput, text: string): Generator<SourceDocument> {
  const layout = textLayouts.find((candidate) => candidate.accepts(input, text)) ?? plainText;
  yield* layout.read(input, text);
}

/**
 * The document in the text of a page, a PDF or a word processor's file.
 *
 * @throws {UnreadableInputError} when the text is empty; `cure` says why it may be.
 */
export function* layOutExtracted(
  input: WholeInput,
  text: string,
  { format, title, url }: TextMetadata,
  cure: string,
): Generator<SourceDocument> {
  if (!/\p{L}/u.test(text)) throw new UnreadableInputError(`${input.name} holds no text.`, cure);
  for (const document of layOut(input, text)) {
    yield {
      ...document,
      format: document.format === plainText.name ? format : document.format,
      title: document.titleRange === null && title ? title : document.title,
      url: document.url ?? url ?? null,
    };
  }
}
