import type { SourceDocument } from '../../ingest/sources/source.js';
import { documentText } from '../../ingest/text/document-text.js';
import { TextSentences } from '../evaluate/text-sentences.js';

/** The sentences of a document, cut as extraction cuts them. */
export function readSentences(document: SourceDocument): TextSentences {
  const { text, paragraphs, toReceived } = documentText(document);
  const sentences = paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap((sentence) => {
      const received = toReceived(sentence);
      return received === null ? [] : [{ ...received, repaired: text.slice(sentence.start, sentence.end) }];
    }),
  );
  return new TextSentences(document.text, sentences);
}
