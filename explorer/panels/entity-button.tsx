import { entityKinds } from '../../src/model/ontology.js';
import type { EntityHead } from '../api/entity-head.js';
import { KindDot } from './kind-dot.js';

interface EntityButtonProps {
  readonly entity: EntityHead;
  readonly choose: (id: string) => void;
}

/** An entity's name; a click centres the page on it. */
export function EntityButton({ entity: { id, name, kind }, choose }: EntityButtonProps) {
  return (
    <button type="button" class="entity" title={entityKinds[kind].typeName} onClick={() => choose(id)}>
      <KindDot kind={kind} />
      {name}
    </button>
  );
}

export function EntityButtons({
  entities,
  choose,
}: {
  readonly entities: readonly EntityHead[];
  readonly choose: (id: string) => void;
}) {
  return (
    <>
      {entities.map((entity, index) => (
        <span key={entity.id}>
          {index > 0 && ', '}
          <EntityButton entity={entity} choose={choose} />
        </span>
      ))}
    </>
  );
}
