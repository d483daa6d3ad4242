import { printPartialDate } from '../../src/model/partial-date.js';
import type { Passage } from '../api/passage.js';
import type { PassageRoute } from '../route.js';

interface PassageQuoteProps {
  readonly passage: Passage;
  readonly open: (passage: PassageRoute) => void;
}

/** The words of a document, where they stand, and the way there. */
export function PassageQuote({ passage: { quote, start, end, document }, open }: PassageQuoteProps) {
  return (
    <figure class="passage">
      <blockquote>{quote}</blockquote>
      <figcaption>
        <cite>{document.title}</cite>
        {document.date !== null && `, ${printPartialDate(document.date)}`}
        <span class="quiet">
          , characters {start}–{end}
        </span>
        <button type="button" class="small" onClick={() => open({ document: document.id, start, end })}>
          Open in the document
        </button>
      </figcaption>
    </figure>
  );
}
