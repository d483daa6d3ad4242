import type { Coverage, ModelReading } from '../api/load-document.js';
import type { TextRange } from './text-segments.js';

function share(part: number, whole: number): string {
  return whole === 0 ? '' : ` (${Math.round((100 * part) / whole)} %)`;
}

function ModelReport({ model }: { readonly model: ModelReading }) {
  const { extractor, parts, partsRead, proposed, kept, known, failure } = model;
  return (
    <p>
      The model “{extractor.replace(/^llm:/, '')}” read {partsRead} of {parts} parts. Of {proposed} proposals {kept}{' '}
      were kept, {known} were known already, {proposed - kept - known} were dropped, because the text doesn’t bear them
      out.
      {failure !== null && ` It stopped: ${failure}`}
    </p>
  );
}

interface CoverageReportProps {
  readonly coverage: Coverage;
  readonly show: (passage: TextRange) => void;
}

/** How much of the document gave something, and each passage that was not read, with the reason. */
export function CoverageReport({ coverage, show }: CoverageReportProps) {
  const { sentences, sentencesWithFindings, skipped, model } = coverage;
  const characters = skipped.reduce((sum, passage) => sum + passage.characters, 0);
  return (
    <section aria-labelledby="coverage-title">
      <h3 id="coverage-title">What was read</h3>
      <p>
        {sentencesWithFindings} of {sentences} sentences{share(sentencesWithFindings, sentences)} gave a mention, a
        relation or a statement; the others gave nothing.
      </p>
      <div class="meter" aria-hidden="true">
        <span style={{ width: `${sentences === 0 ? 0 : (100 * sentencesWithFindings) / sentences}%` }} />
      </div>
      {model !== null && <ModelReport model={model} />}
      {skipped.length === 0 ? (
        <p>Nothing was skipped.</p>
      ) : (
        <>
          <p>
            {skipped.length} passages, {characters.toLocaleString('en')} characters in all, were not read; they are
            hatched in the text.
          </p>
          <ul class="list skipped-list">
            {skipped.map(({ start, end, reason, characters: length }) => (
              <li key={`${start} ${end}`}>
                {start < end ? (
                  <button type="button" class="entity" onClick={() => show({ start, end })}>
                    {reason}
                  </button>
                ) : (
                  reason
                )}
                <span class="quiet">
                  {' '}
                  {length.toLocaleString('en')} characters
                  {start === end && ', taken out of the text at its mark'}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
