import { loadStatements, type Statement } from '../api/load-statements.js';
import type { PassageRoute } from '../route.js';
import { usePages } from '../use-pages.js';
import { PagedList } from './paged-list.js';
import { PassageQuote } from './passage-quote.js';
import { StatementLine } from './statement-line.js';

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
  return (
    <StatementLine saying={statement} choose={choose}>
      <PassageQuote passage={statement} open={open} />
    </StatementLine>
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
