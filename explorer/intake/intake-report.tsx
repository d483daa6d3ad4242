import type { IngestReport } from '../api/ingest-job.js';
import { loadDocumentTitles } from '../api/load-document-titles.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';

/** More are found among all documents. */
const mostListed = 5;

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function documentWords({ added, replaced, unchanged }: IngestReport): string {
  const parts = [
    added > 0 && `${counted(added, 'document')} added`,
    replaced > 0 && `${replaced} read anew`,
    unchanged > 0 && `${unchanged} known already`,
  ].filter((part) => part !== false);
  return parts.join(', ') || 'No document was stored';
}

interface IntakeReportProps {
  readonly report: IngestReport;
  readonly open: (passage: PassageRoute) => void;
}

/** What a file brought, and the way to it. */
export function IntakeReport({ report, open }: IntakeReportProps) {
  const { documentIds, entities, relations, statements, coverage } = report;
  const listed = documentIds.slice(0, mostListed);
  const asked = useAnswer(listed.join(' '), async (signal) =>
    listed.length === 0 ? [] : loadDocumentTitles(listed, signal),
  );
  const documents = asked.state === 'answered' ? asked.answer : [];
  return (
    <>
      <p class="quiet">
        {documentWords(report)}
        {entities > 0 &&
          `: ${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}, ${counted(statements, 'statement')}`}
        {coverage.sentences > 0 &&
          `; ${coverage.sentencesWithFindings} of ${coverage.sentences} sentences gave something`}
        .
      </p>
      <ul class="list">
        {documents.map(({ id, title }) => (
          <li key={id}>
            <button type="button" class="entity" onClick={() => open({ document: id, start: 0, end: 0 })}>
              {title}
            </button>
          </li>
        ))}
        {documentIds.length > listed.length && (
          <li class="quiet">and {documentIds.length - listed.length} more, in the list of documents</li>
        )}
      </ul>
    </>
  );
}
