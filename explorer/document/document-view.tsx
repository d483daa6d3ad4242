import { printPartialDate } from '../../src/model/partial-date.js';
import { loadDocuments } from '../api/load-documents.js';
import { PagedList } from '../panels/paged-list.js';
import { isSelected, type PassageRoute, printRoute } from '../route.js';
import { usePages } from '../use-pages.js';
import type { ViewProps } from '../views.js';
import './document.css';
import { DocumentReader } from './document-reader.js';

/** What there is to read, where no document is open. */
function DocumentList({ open }: { readonly open: (document: string) => void }) {
  const pages = usePages('', loadDocuments);
  return (
    <section class="document-list" aria-labelledby="documents-title">
      <h2 id="documents-title">Documents</h2>
      <PagedList
        pages={pages}
        what="documents"
        emptyCure="Drop some onto the page, or ingest them with “diplograph ingest PATH” and load the page again."
      >
        {({ id, title, date }) => (
          <>
            <button type="button" class="entity" onClick={() => open(id)}>
              {title}
            </button>
            <span class="quiet"> {date === null ? 'undated' : printPartialDate(date)}</span>
          </>
        )}
      </PagedList>
    </section>
  );
}

/** The document that the route names, at its passage. */
export default function DocumentView({ route, change }: ViewProps) {
  const { passage } = route;
  const open = (at: PassageRoute) => change({ passage: at, chosen: null, relations: [] });
  if (passage === null) return <DocumentList open={(document) => open({ document, start: 0, end: 0 })} />;
  const { document, start, end } = passage;
  return (
    <DocumentReader
      id={document}
      passage={start < end ? passage : null}
      hasPanel={!isSelected(route)}
      hrefOf={({ id }) => printRoute({ ...route, chosen: id, relations: [] })}
      choose={(chosen) => change({ chosen, relations: [] })}
      read={(relations) => change({ relations })}
      show={(range) => open({ document, ...range })}
      leave={() => change({ passage: null })}
    />
  );
}
