import { printPartialDate } from '../../src/model/partial-date.js';
import type { MentionInContext } from '../api/load-mentions.js';
import type { PassageRoute } from '../route.js';

interface MentionQuoteProps {
  readonly mention: MentionInContext;
  readonly open: (passage: PassageRoute) => void;
}

/** Where a document names somebody or something, with the words around it, and the way there. */
export function MentionQuote({ mention: { start, end, text, context, document }, open }: MentionQuoteProps) {
  return (
    <figure class="passage">
      <blockquote>
        {context?.before}
        <mark>{context?.text ?? text}</mark>
        {context?.after}
      </blockquote>
      <figcaption>
        <cite>{document.title}</cite>
        {document.date !== null && `, ${printPartialDate(document.date)}`}
        <button type="button" class="small" onClick={() => open({ document: document.id, start, end })}>
          Open in the document
        </button>
      </figcaption>
    </figure>
  );
}
