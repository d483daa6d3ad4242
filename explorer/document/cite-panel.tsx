import { useEffect, useRef, useState } from 'preact/hooks';
import { type CitationForm, citationFormNames, citationForms, loadCitation } from '../api/load-citation.js';
import { Failure, Notice, Waiting } from '../panels/notice.js';
import { useAnswer } from '../use-answer.js';

function Citation({ citation }: { readonly citation: string }) {
  const shown = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another citation has not been copied yet.
  useEffect(() => setSaid(''), [citation]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(citation);
      setSaid('Copied.');
    } catch {
      // A page that came over plain HTTP may not write to the clipboard: its reader may.
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
      setSaid('It is selected: copy it with the keyboard.');
    }
  };
  return (
    <>
      <pre class="citation" ref={shown}>
        {citation}
      </pre>
      <p>
        <button type="button" onClick={() => void copy()}>
          Copy
        </button>{' '}
        <span class="quiet" role="status">
          {said}
        </span>
      </p>
    </>
  );
}

interface CitePanelProps {
  readonly document: string;
  /** The piece of evidence that is chosen: it is cited with its place. */
  readonly evidence: string | null;
}

/** The document, or the chosen passage of it, cited in the form that is asked for, ready to be taken away. */
export function CitePanel({ document, evidence }: CitePanelProps) {
  const [form, setForm] = useState<CitationForm>('CHICAGO');
  const id = evidence ?? document;
  const asked = useAnswer(`${id} ${form}`, (signal) => loadCitation(id, form, signal));
  return (
    <section aria-labelledby="cite-title">
      <h3 id="cite-title">Cite {evidence === null ? 'the document' : 'the chosen passage'}</h3>
      <fieldset class="choices">
        <legend class="unseen">Form of the citation</legend>
        {citationFormNames.map((name) => (
          <label key={name}>
            <input type="radio" name="citation-form" checked={name === form} onChange={() => setForm(name)} />{' '}
            {citationForms[name]}
          </label>
        ))}
      </fieldset>
      {asked.state === 'waiting' && <Waiting what="the citation" />}
      {asked.state === 'failed' && <Failure {...asked} />}
      {asked.state === 'answered' &&
        (asked.answer === null ? (
          <Notice title="The passage is no longer there." cure="Open the document anew." />
        ) : (
          <Citation citation={asked.answer} />
        ))}
    </section>
  );
}
