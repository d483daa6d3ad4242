import { useLayoutEffect, useRef } from 'preact/hooks';
import { printPartialDate } from '../../src/model/partial-date.js';
import { loadDocument, type SourceText } from '../api/load-document.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';
import type { ViewProps } from '../views.js';
import './document.css';

/** The text as received, the passage marked and in view. */
function MarkedText({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) {
  const mark = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another passage moves the mark without making another one.
  useLayoutEffect(() => mark.current?.scrollIntoView({ block: 'center' }), [text, start, end]);
  return (
    // Focusable, so that the arrow keys scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="document-text" tabIndex={0} aria-label="Text of the document">
      {text.slice(0, start)}
      <mark ref={mark}>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </section>
  );
}

function Source({ source: { date, citation, url } }: { readonly source: SourceText }) {
  return (
    <p class="quiet">
      {date !== null && `${printPartialDate(date)}. `}
      {citation}{' '}
      {url !== null && /^https?:/.test(url) && (
        <a href={url} rel="noreferrer">
          At the archive
        </a>
      )}
    </p>
  );
}

/** The document that the route names, at its passage. */
export default function DocumentView({ route: { passage } }: ViewProps) {
  if (passage === null) {
    return (
      <Notice
        title="No document is open."
        cure="Choose an entity or a line of the network, and open one of the passages that are shown beside it."
      />
    );
  }
  return <OpenDocument passage={passage} />;
}

function OpenDocument({ passage: { document: id, start, end } }: { readonly passage: PassageRoute }) {
  const asked = useAnswer(id, (signal) => loadDocument(id, signal));
  if (asked.state === 'waiting') return <Waiting what="the document" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  const source = asked.answer;
  if (source === null) {
    return (
      <Notice title="There is no such document in the store." cure="It may have been taken out: search anew above." />
    );
  }
  return (
    <article class="document" aria-labelledby="document-title">
      <h2 id="document-title">{source.title}</h2>
      <Source source={source} />
      {end > source.text.length && (
        <Notice
          title="The passage lies past the end of the text."
          cure="The document has changed: open the evidence anew."
        />
      )}
      <MarkedText text={source.text} start={start} end={end} />
    </article>
  );
}
