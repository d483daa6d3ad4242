import type { TextRange } from '../sources/source.js';

/** Words in quotation marks; the range holds the marks. */
export interface Quotation extends TextRange {
  readonly paragraph: number;
  /** Where the words start and end, without the marks. */
  readonly inner: TextRange;
}

const pairs: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const openingMark = /["“„«]/g;

/**
 * Quotations of one paragraph, outermost only. A mark that is never closed quotes to the end of the
 * paragraph, as printers do when the next paragraph goes on with the quotation.
 *
 * @param offset - Where the paragraph starts.
 */
export function findQuotations(paragraph: string, offset: number, index: number): Quotation[] {
  const found: Quotation[] = [];
  const opening = new RegExp(openingMark);
  for (let match = opening.exec(paragraph); match !== null; match = opening.exec(paragraph)) {
    const at = match.index;
    const closing = pairs[match[0]] ?? match[0];
    // “2. the “offshore” islands …: what a paragraph opens with may hold other quotations, and go on in the next.
    const nested = at === 0 && closing === '”' ? nestedClose(paragraph) : null;
    const close = nested ?? closingMark(paragraph, at + 1, closing);
    const end = close < 0 ? paragraph.length : close + 1;
    const innerEnd = close < 0 ? paragraph.length : close;
    found.push({
      paragraph: index,
      start: offset + at,
      end: offset + end,
      inner: { start: offset + at + 1, end: offset + innerEnd },
    });
    opening.lastIndex = end;
  }
  return found;
}

/** The mark that closes the first, others of the same kind between them; −1 where none does, `null` where none are between. */
function nestedClose(paragraph: string): number | null {
  let depth = 0;
  let isNested = false;
  for (let at = 0; at < paragraph.length; at++) {
    if (paragraph[at] === '“') isNested ||= depth++ > 0;
    if (paragraph[at] === '”' && --depth === 0) return isNested ? at : null;
  }
  return isNested ? -1 : null;
}

function closingMark(paragraph: string, from: number, closing: string): number {
  const straight = closing === '"' ? paragraph.indexOf('"', from) : paragraph.indexOf(closing, from);
  // OCR mixes the two styles: “ closed by ".
  return straight >= 0 ? straight : closing === '”' ? paragraph.indexOf('"', from) : -1;
}
