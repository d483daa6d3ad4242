import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { printPartialDate } from '../../src/model/partial-date.js';
import { loadDocument, type SourceText } from '../api/load-document.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';

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

interface DocumentViewProps {
  readonly passage: PassageRoute;
  readonly close: () => void;
}

/** The document over the page, as a dialog: Escape closes it, and the focus goes back to where it was. */
export function DocumentView({ passage: { document: id, start, end }, close }: DocumentViewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = useAnswer(id, (signal) => loadDocument(id, signal));
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  const source = asked.state === 'answered' ? asked.answer : null;
  return (
    <dialog ref={dialog} class="document" aria-labelledby="document-title" onCancel={close}>
      <header class="panel-head">
        <h2 id="document-title">{source?.title ?? 'Document'}</h2>
        <button type="button" class="small" onClick={close}>
          Close
        </button>
      </header>
      {asked.state === 'waiting' && <Waiting what="the document" />}
      {asked.state === 'failed' && <Failure {...asked} />}
      {asked.state === 'answered' && source === null && (
        <Notice
          title="There is no such document in the store."
          cure="It may have been taken out: close this and search anew."
        />
      )}
      {source !== null && (
        <>
          <Source source={source} />
          {end > source.text.length && (
            <Notice
              title="The passage lies past the end of the text."
              cure="The document has changed: close this and open the evidence anew."
            />
          )}
          <MarkedText text={source.text} start={start} end={end} />
        </>
      )}
    </dialog>
  );
}
