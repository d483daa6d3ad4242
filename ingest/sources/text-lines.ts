import type { TextRange } from './source.js';

/** A line of the text as received, without its line end. */
export interface TextLine extends TextRange {
  readonly text: string;
}

/** The lines of a range, one at a time, so that the head of a large text can be read cheaply. */
export function* textLines(text: string, range: TextRange = { start: 0, end: text.length }): Generator<TextLine> {
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/gu;
  let { start } = range;
  while (start < range.end) {
    lineEnd.lastIndex = start;
    const match = lineEnd.exec(text);
    const end = match === null ? range.end : Math.min(match.index, range.end);
    yield { start, end, text: text.slice(start, end) };
    start = match === null ? range.end : match.index + match[0].length;
  }
}

/** The range without the blanks at its ends; empty at its start where it holds nothing else. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  const slice = text.slice(start, end);
  const trimmedStart = slice.trimStart();
  const from = start + slice.length - trimmedStart.length;
  const length = trimmedStart.trimEnd().length;
  return length === 0 ? { start, end: start } : { start: from, end: from + length };
}

/** A range as one line of text. */
export function oneLine(text: string, { start, end }: TextRange): string {
  return text.slice(start, end).replace(/\s+/gu, ' ').trim();
}
