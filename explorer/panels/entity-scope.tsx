import { loadEntity } from '../api/load-entity.js';
import { useAnswer } from '../use-answer.js';
import { EntityButton } from './entity-button.js';

interface EntityScopeProps {
  readonly entity: string;
  /** What a view shows of it: "Timeline of", "Places tied to". */
  readonly what: string;
  readonly choose: (id: string) => void;
  /** Shows all again. */
  readonly widen: () => void;
}

/** Says that a view shows what concerns one entity, and leads back to all. */
export function EntityScope({ entity: id, what, choose, widen }: EntityScopeProps) {
  const asked = useAnswer(id, (signal) => loadEntity(id, signal));
  const entity = asked.state === 'answered' ? asked.answer : null;
  return (
    <p class="scope">
      <span>
        {what} {entity === null ? '…' : <EntityButton entity={entity} choose={choose} />}
      </span>
      <button type="button" class="small" onClick={widen}>
        Show all
      </button>
    </p>
  );
}
