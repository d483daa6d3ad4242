import { useState } from 'preact/hooks';
import { printPartialDate } from '../../src/model/partial-date.js';
import type { Passage } from '../api/passage.js';
import type { PassageRoute } from '../route.js';

interface PassageQuoteProps {
  readonly passage: Passage;
  readonly open: (passage: PassageRoute) => void;
}

/** The citation to the page or paragraph, ready for a footnote. */
function CopyCitation({ cite }: { readonly cite: string }) {
  const [told, setTold] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(cite).then(
      () => setTold('Copied.'),
      // Where the browser forbids it, the words are there to be marked and copied by hand.
      () => setTold(cite),
    );
  return (
    <>
      <button type="button" class="small" title={cite} onClick={() => void copy()}>
        Copy the citation
      </button>
      <span class="quiet" role="status">
        {told}
      </span>
    </>
  );
}

/** The words of a document, where they stand, and the way there. */
export function PassageQuote({ passage: { quote, start, end, document, cite }, open }: PassageQuoteProps) {
  return (
    <figure class="passage">
      <blockquote>{quote}</blockquote>
      <figcaption>
        <cite>{document.title}</cite>
        {document.date !== null && `, ${printPartialDate(document.date)}`}
        <span class="quiet">
          , characters {start}–{end}
        </span>
        <span class="passage-ways">
          <button type="button" class="small" onClick={() => open({ document: document.id, start, end })}>
            Open in the document
          </button>
          <CopyCitation cite={cite} />
        </span>
      </figcaption>
    </figure>
  );
}
