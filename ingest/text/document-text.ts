import type { SourceDocument, TextRange } from '../sources/source.js';
import { archivalCitations } from './archival-citations.js';
import { findQuotations, type Quotation } from './quotations.js';

export type { Quotation };

import { repair } from './repair.js';
import type { RepairedText } from './repaired-text.js';
import { type Token, tokenize } from './tokenizer.js';

/** The text that extraction reads: title and body after repair, cut into paragraphs, sentences and tokens. */
export interface DocumentText {
  /** Repaired title, a blank line, repaired body. All positions but those of `toReceived`'s answer count in it. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly Quotation[];
  /** Brackets that say in which archive a paper lies. */
  readonly citations: readonly TextRange[];
  /** @returns the place of a range in the text as received; `null` for a range that spans title and body. */
  toReceived(range: TextRange): TextRange | null;
}

export interface Paragraph extends TextRange {
  readonly index: number;
  readonly role: 'title' | 'body';
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

export interface Sentence extends TextRange {
  /** Counts over the whole document. */
  readonly index: number;
  readonly paragraph: number;
  readonly tokens: readonly Token[];
}

const separator = '\n\n';

/** Ranges of the paragraphs of a text: its lines, since repair has joined those that only the page had broken. */
function paragraphRanges(text: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(/\S[^\n]*/g)) {
    const end = match.index + match[0].trimEnd().length;
    ranges.push({ start: match.index, end });
  }
  return ranges;
}

/** Repairs a document's title and body and cuts them up. */
export function documentText(document: SourceDocument): DocumentText {
  const title = document.titleRange === null ? null : repair(document.text, document.titleRange);
  const body = repair(document.text, document.body);
  const bodyOffset = title === null ? 0 : title.text.length + separator.length;
  const text = title === null ? body.text : title.text + separator + body.text;

  const stamps = document.apparatus.filter(
    ({ start, end }) => start >= document.body.start && end <= document.body.end,
  );
  const isStamp = (range: TextRange) => {
    const place = stamps.length === 0 ? null : toReceived(range, title, body, bodyOffset);
    return place !== null && stamps.some(({ start, end }) => place.start >= start && place.end <= end);
  };
  let sentenceCount = 0;
  const read = paragraphRanges(text).filter((range) => !isStamp(range));
  const paragraphs = read.map((range, index): Paragraph => {
    const own = text.slice(range.start, range.end);
    const sentences = tokenize(own, range.start).map((tokens): Sentence => {
      const first = tokens[0];
      const last = tokens.at(-1);
      return { index: sentenceCount++, paragraph: index, tokens, start: first?.start ?? 0, end: last?.end ?? 0 };
    });
    const { start, end } = range;
    return { start, end, index, role: start < bodyOffset ? 'title' : 'body', text: own, sentences };
  });

  return {
    text,
    paragraphs,
    quotations: paragraphs.flatMap((paragraph) => findQuotations(paragraph.text, paragraph.start, paragraph.index)),
    citations: archivalCitations(text),
    toReceived: (range) => toReceived(range, title, body, bodyOffset),
  };
}

function toReceived(
  range: TextRange,
  title: RepairedText | null,
  body: RepairedText,
  bodyOffset: number,
): TextRange | null {
  if (range.start >= bodyOffset) {
    return body.toReceived({ start: range.start - bodyOffset, end: range.end - bodyOffset });
  }
  if (title === null || range.end > title.text.length) return null;
  return title.toReceived(range);
}
