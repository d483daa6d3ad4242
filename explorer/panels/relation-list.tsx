import { loadRelations } from '../api/load-relations.js';
import { usePages } from '../use-pages.js';
import { PagedList } from './paged-list.js';
import { RelationLine } from './relation-line.js';

interface RelationListProps {
  readonly entity: string;
  readonly choose: (id: string) => void;
  readonly read: (relation: string) => void;
}

/** All relations of the entity, those too that the network leaves out. */
export function RelationList({ entity, choose, read }: RelationListProps) {
  const pages = usePages(entity, (after, signal) => loadRelations(entity, after, signal));
  return (
    <PagedList pages={pages} what="relations" emptyCure="See its statements: it may be spoken of without being tied.">
      {(relation) => <RelationLine relation={relation} choose={choose} read={() => read(relation.id)} />}
    </PagedList>
  );
}
