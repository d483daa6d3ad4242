import { type LedgerEntry, loadLedger } from '../api/load-ledger.js';
import { undoEdit } from '../api/undo-edit.js';
import { EditFailure } from '../edit/edit-failure.js';
import { useEdit } from '../edit/use-edit.js';
import { EntityScope } from '../panels/entity-scope.js';
import { PagedList } from '../panels/paged-list.js';
import { TokenForm } from '../panels/token-form.js';
import { usePages } from '../use-pages.js';
import type { ViewProps } from '../views.js';
import './ledger.css';
import { LedgerWords } from './ledger-words.js';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

function When({ at }: { readonly at: string }) {
  return <time dateTime={at}>{moment.format(new Date(at))}</time>;
}

interface EntryProps extends Pick<ViewProps, 'change'> {
  readonly entry: LedgerEntry;
}

function Entry({ entry, change }: EntryProps) {
  const { id, by, at, note, undoneBy, undoneAt, undoneNote } = entry;
  const { run, busy, error } = useEdit();
  return (
    <article class={undoneBy === null ? undefined : 'undone'}>
      <p>
        <LedgerWords
          entry={entry}
          choose={(chosen) => change({ chosen, relations: [] })}
          openDocument={(document) => change({ view: 'DOCUMENT', passage: { document, start: 0, end: 0 } })}
        />
      </p>
      {note !== null && <p>“{note}”</p>}
      <p class="quiet">
        {by}, <When at={at} />{' '}
        {undoneBy === null && (
          <button
            type="button"
            class="small"
            disabled={busy}
            aria-label={`Take it back: ${id}`}
            onClick={() =>
              run(async () => {
                await undoEdit(id);
                return { last: null };
              })
            }
          >
            Take it back
          </button>
        )}
      </p>
      {undoneBy !== null && undoneAt !== null && (
        <p class="quiet">
          Taken back by {undoneBy}, <When at={undoneAt} />
          {undoneNote !== null && `: “${undoneNote}”`}
        </p>
      )}
      <EditFailure error={error} />
    </article>
  );
}

/** What people changed in the graph: what, who, when and why, the latest first, each with the way back. */
export default function LedgerView({ route, change }: ViewProps) {
  const { entity } = route;
  const pages = usePages(entity ?? '', (before, signal) => loadLedger(entity, before, signal));
  return (
    <section class="ledger" aria-labelledby="ledger-title">
      <h2 id="ledger-title">What people changed</h2>
      {entity !== null && (
        <EntityScope
          entity={entity}
          what="Of"
          choose={(chosen) => change({ chosen, relations: [] })}
          widen={() => change({ entity: null })}
        />
      )}
      <TokenForm label="To take something back, give a token that may change the graph" />
      <PagedList
        pages={pages}
        what="changes"
        emptyCure="Select an entity to rename, merge or split it; read a line’s evidence to retract it; decide unsure pairs under “Review”."
      >
        {(entry) => <Entry entry={entry} change={change} />}
      </PagedList>
    </section>
  );
}
