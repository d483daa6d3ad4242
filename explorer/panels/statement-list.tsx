import { statementModes } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import { loadStatements, type Statement } from '../api/load-statements.js';
import type { PassageRoute } from '../route.js';
import { usePages } from '../use-pages.js';
import { EntityButton, EntityButtons } from './entity-button.js';
import { modeWords } from './mode-words.js';
import { PagedList } from './paged-list.js';
import { PassageQuote } from './passage-quote.js';

interface StatementListProps {
  readonly entity: string;
  readonly choose: (id: string) => void;
  readonly open: (passage: PassageRoute) => void;
}

export function StatementItem({
  statement,
  choose,
  open,
}: Omit<StatementListProps, 'entity'> & { readonly statement: Statement }) {
  const { speaker, mode, addressees, about, reportedBy, date } = statement;
  return (
    <>
      <p>
        <EntityButton entity={speaker} choose={choose} />{' '}
        <span title={statementModes[mode]}>{addressees.length > 0 ? modeWords[mode].to : modeWords[mode].alone}</span>{' '}
        <EntityButtons entities={addressees} choose={choose} />
        {date !== null && <span class="quiet"> {printPartialDate(date)}</span>}
      </p>
      <PassageQuote passage={statement} open={open} />
      {about.length > 0 && (
        <p class="quiet">
          About <EntityButtons entities={about} choose={choose} />
        </p>
      )}
      {reportedBy.length > 0 && (
        <p class="quiet">
          As told by <EntityButtons entities={reportedBy} choose={choose} />
        </p>
      )}
    </>
  );
}

/** Who said what: the statements in which the entity speaks, is spoken to, or is spoken of. */
export function StatementList({ entity, choose, open }: StatementListProps) {
  const pages = usePages(entity, (after, signal) => loadStatements(entity, after, signal));
  return (
    <PagedList pages={pages} what="statements" emptyCure="No document reports words of it, to it or about it.">
      {(statement) => <StatementItem statement={statement} choose={choose} open={open} />}
    </PagedList>
  );
}
