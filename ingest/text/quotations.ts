import type { TextRange } from '../sources/source.js';

/** Words in quotation marks; the range holds the marks. */
export interface Quotation extends TextRange {
  readonly paragraph: number;
  /** Where the words start and end, without the marks. */
  readonly inner: TextRange;
}

const pairs: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/**
 * Quotations of one paragraph, outermost only. A mark that is never closed quotes to the end of the
 * paragraph, as printers do when the next paragraph goes on with the quotation.
 *
 * @param offset - Where the paragraph starts.
 */
export function findQuotations(paragraph: string, offset: number, index: number): Quotation[] {
  const found: Quotation[] = [];
  for (let at = 0; at < paragraph.length; at++) {
    const closing = pairs[paragraph[at] ?? ''];
    if (closing === undefined) continue;
    const close = closingMark(paragraph, at + 1, closing);
    const end = close < 0 ? paragraph.length : close + 1;
    const innerEnd = close < 0 ? paragraph.length : close;
    found.push({
      paragraph: index,
      start: offset + at,
      end: offset + end,
      inner: { start: offset + at + 1, end: offset + innerEnd },
    });
    at = end - 1;
  }
  return found;
}

function closingMark(paragraph: string, from: number, closing: string): number {
  const straight = closing === '"' ? paragraph.indexOf('"', from) : paragraph.indexOf(closing, from);
  // OCR mixes the two styles: “ closed by ".
  return straight >= 0 ? straight : closing === '”' ? paragraph.indexOf('"', from) : -1;
}
