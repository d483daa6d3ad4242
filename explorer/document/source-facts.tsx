import { printPartialDate } from '../../src/model/partial-date.js';
import { type PublishedVolume, referenceParts, type SourceText } from '../api/load-document.js';
import { EntityButtons } from '../panels/entity-button.js';

function volume({ title, number, publisher, place, year }: PublishedVolume): string {
  const imprint = [place, publisher, year].filter((part) => part !== null).join(', ');
  return `${title}${number === null ? '' : `, document ${number}`}${imprint && ` (${imprint})`}`;
}

interface SourceFactsProps {
  readonly source: SourceText;
  readonly choose: (id: string) => void;
}

/** What the archive says of the document, each fact that is known. */
export function SourceFacts({ source, choose }: SourceFactsProps) {
  const { authors, date, archivalReference, publishedIn, translator, originalLanguage, citation, summary, url } =
    source;
  const reference = referenceParts
    .filter((part) => archivalReference !== null && archivalReference[part] !== null)
    .map((part) => ({ part, value: archivalReference?.[part] ?? '' }));
  return (
    <>
      <dl class="facts">
        {date !== null && (
          <div>
            <dt>Date</dt>
            <dd>{printPartialDate(date)}</dd>
          </div>
        )}
        {authors.length > 0 && (
          <div>
            <dt>{authors.length === 1 ? 'Author' : 'Authors'}</dt>
            <dd>
              <EntityButtons entities={authors} choose={choose} />
            </dd>
          </div>
        )}
        {reference.map(({ part, value }) => (
          <div key={part}>
            <dt>{part[0]?.toUpperCase() + part.slice(1)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {publishedIn !== null && (
          <div>
            <dt>Published in</dt>
            <dd>{volume(publishedIn)}</dd>
          </div>
        )}
        {originalLanguage !== null && (
          <div>
            <dt>Language</dt>
            <dd>{originalLanguage}</dd>
          </div>
        )}
        {translator !== null && (
          <div>
            <dt>Translator</dt>
            <dd>{translator}</dd>
          </div>
        )}
        {citation !== null && (
          <div>
            <dt>As the archive cites it</dt>
            <dd>{citation}</dd>
          </div>
        )}
        {url !== null && /^https?:/.test(url) && (
          <div>
            <dt>Address</dt>
            <dd>
              <a href={url} rel="noreferrer">
                At the archive
              </a>
            </dd>
          </div>
        )}
      </dl>
      {summary !== null && (
        <details>
          <summary>The archive’s summary</summary>
          <p>{summary}</p>
        </details>
      )}
    </>
  );
}
