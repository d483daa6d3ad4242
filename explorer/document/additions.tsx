import { loadFirstSeen, loadOnlyHere } from '../api/load-document-additions.js';
import { EntityButton } from '../panels/entity-button.js';
import { PagedList } from '../panels/paged-list.js';
import { RelationLine } from '../panels/relation-line.js';
import { usePages } from '../use-pages.js';

interface AdditionsProps {
  readonly document: string;
  readonly choose: (id: string) => void;
  readonly read: (relation: string) => void;
}

/** What the graph would not know without this document. */
export function Additions({ document, choose, read }: AdditionsProps) {
  const entities = usePages(document, (after, signal) => loadFirstSeen(document, after, signal));
  const relations = usePages(document, (after, signal) => loadOnlyHere(document, after, signal));
  return (
    <>
      <h3>First mentioned here</h3>
      <PagedList pages={entities} what="entities" emptyCure="Earlier documents mention all that this one names.">
        {(entity) => <EntityButton entity={entity} choose={choose} />}
      </PagedList>
      <h3>Told by no other document</h3>
      <PagedList pages={relations} what="relations" emptyCure="Other documents tell all that this one does.">
        {(relation) => <RelationLine relation={relation} choose={choose} read={() => read(relation.id)} />}
      </PagedList>
    </>
  );
}
