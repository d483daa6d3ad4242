import { useEffect, useRef } from 'preact/hooks';
import { useKeptToken } from '../api/token.js';
import { TokenForm } from '../panels/token-form.js';
import type { PassageRoute } from '../route.js';
import './intake.css';
import { clearIntake, continueIntake, openIntake, takeIn, useIntake } from './intake.js';
import { IntakeLine } from './intake-line.js';

/** Files on their way into the graph: chosen here, or dropped onto the page. */
export default function IntakePanel({ open }: { readonly open: (passage: PassageRoute) => void }) {
  const { files } = useIntake();
  const token = useKeptToken();
  const panel = useRef<HTMLElement>(null);
  const choice = useRef<HTMLInputElement>(null);
  useEffect(() => panel.current?.focus(), []);
  useEffect(() => {
    if (token !== null) continueIntake();
  }, [token]);
  const atWork = files.filter(({ step }) => step !== 'ended').length;
  return (
    <section
      class="intake"
      aria-labelledby="intake-title"
      ref={panel}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && openIntake(false)}
    >
      <header class="panel-head">
        <h2 id="intake-title">Add documents</h2>
        <button type="button" class="small" onClick={() => openIntake(false)}>
          Close
        </button>
      </header>
      <p class="quiet">
        Drop files anywhere on the page: text, saved web pages, PDF, Word, TEI. They are read on the server, and go on
        while this is closed.
      </p>
      <TokenForm label="To add documents, give a token that may change the graph" />
      <div class="tool-row">
        <button type="button" onClick={() => choice.current?.click()}>
          Choose files …
        </button>
        <input
          ref={choice}
          type="file"
          multiple
          hidden
          aria-label="Files to add"
          onChange={({ currentTarget }) => {
            takeIn([...(currentTarget.files ?? [])]);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
        {files.length > atWork && (
          <button type="button" onClick={clearIntake}>
            Clear what is through
          </button>
        )}
      </div>
      <p class="quiet" role="status">
        {files.length > 0 &&
          (token === null && atWork > 0
            ? `${atWork} wait for a token.`
            : atWork > 0
              ? `${atWork} of ${files.length} on their way.`
              : 'All are through.')}
      </p>
      <ul class="list">
        {files.map((file) => (
          <IntakeLine key={file.key} file={file} open={open} />
        ))}
      </ul>
    </section>
  );
}
