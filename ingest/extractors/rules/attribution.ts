import type { EntityKind } from '../../../src/model/ontology.js';
import type { DocumentText, Paragraph, Quotation } from '../../text/document-text.js';
import type { Term } from './unit.js';

/** Who can be quoted. */
const speakers: readonly EntityKind[] = ['GROUP', 'PERSON', 'ORGANIZATION', 'PUBLICATION'];

/** A quotation that stands on its own, and the term in brackets that it is attributed to. */
export interface AttributedQuotation {
  readonly quotation: Quotation;
  /** `null` where no bracket follows. */
  readonly attribution: Term | null;
}

/** The first term of a bracket that can speak; offices count through the person or body they name. */
function speakerIn(terms: readonly Term[], start: number, end: number): Term | null {
  const inside = terms.filter(
    (term) => term.start >= start && term.end <= end && (speakers as readonly string[]).includes(term.kind),
  );
  return inside[0] ?? null;
}

function isQuotationParagraph(paragraph: Paragraph, quotations: readonly Quotation[]): boolean {
  const own = quotations.filter((quotation) => quotation.paragraph === paragraph.index);
  const quoted = own.reduce((sum, quotation) => sum + quotation.end - quotation.start, 0);
  return own.length > 0 && quoted > 0.6 * paragraph.text.length && /^[[(\s]*["“„«]/.test(paragraph.text);
}

/** Paragraphs that are one bracket: the attribution of what stands before. */
function isBracketParagraph(paragraph: Paragraph): boolean {
  return /^[(（][^()]*[)）]?[.\s]*$/.test(paragraph.text) && paragraph.text.length < 300;
}

/**
 * Quotations that make paragraphs of their own or stand before a bracket, with their attributions.
 *
 * An attribution in brackets belongs to all quotations since the last attribution or the last ordinary paragraph.
 *
 * @param terms - Outermost terms of the whole document, in the order of the text.
 */
export function attributedQuotations(text: DocumentText, terms: readonly Term[]): readonly AttributedQuotation[] {
  const found: AttributedQuotation[] = [];
  let open: Quotation[] = [];
  const close = (attribution: Term | null) => {
    for (const quotation of open) found.push({ quotation, attribution });
    open = [];
  };
  for (const paragraph of text.paragraphs) {
    if (isBracketParagraph(paragraph)) {
      close(speakerIn(terms, paragraph.start, paragraph.end));
    } else if (isQuotationParagraph(paragraph, text.quotations)) {
      for (const { quotation, bracket } of inlineBrackets(paragraph, text)) {
        open.push(quotation);
        const speaker = bracket === null ? null : speakerIn(terms, bracket.start, bracket.end);
        if (speaker !== null) close(speaker);
      }
    } else {
      close(null);
      for (const { quotation, bracket } of inlineBrackets(paragraph, text)) {
        const speaker = bracket === null ? null : speakerIn(terms, bracket.start, bracket.end);
        if (speaker !== null && speaker.kind === 'GROUP' && wordsOf(quotation, text) > 4)
          found.push({ quotation, attribution: speaker });
      }
    }
  }
  close(null);
  return found;
}

function wordsOf(quotation: Quotation, text: DocumentText): number {
  return text.text.slice(quotation.inner.start, quotation.inner.end).split(/\s+/).length;
}

/** Each quotation of a paragraph, with the bracket that follows it at once. */
function inlineBrackets(
  paragraph: Paragraph,
  text: DocumentText,
): { quotation: Quotation; bracket: { start: number; end: number } | null }[] {
  return text.quotations
    .filter((quotation) => quotation.paragraph === paragraph.index)
    .map((quotation) => {
      const bracket = /^[\s.,;]*\([^()]{3,200}\)/.exec(text.text.slice(quotation.end, paragraph.end));
      return {
        quotation,
        bracket: bracket === null ? null : { start: quotation.end, end: quotation.end + bracket[0].length },
      };
    });
}
