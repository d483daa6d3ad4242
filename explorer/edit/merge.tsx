import { mergeEntities } from '../api/edit-graph.js';
import type { EntityFacts } from '../api/load-entity.js';
import { changeEditState, useEditState } from './edit-state.js';
import type { Editing } from './use-edit.js';

/** Marks the entity, to be merged into one that is chosen later: in the network, a list or by searching. */
export function Merge({ entity, editing: { run, busy } }: { readonly entity: EntityFacts; readonly editing: Editing }) {
  const { marked } = useEditState();
  if (marked === null) {
    const { id, name, ledgerVersion } = entity;
    return (
      <button type="button" class="small" onClick={() => changeEditState({ marked: { id, name, ledgerVersion } })}>
        Merge it into another …
      </button>
    );
  }
  const neverMind = (
    <button type="button" class="small" onClick={() => changeEditState({ marked: null })}>
      Never mind
    </button>
  );
  if (marked.id === entity.id) {
    return (
      <p role="status">
        Choose the entity that {entity.name} is to be merged into, in the network or by searching. {neverMind}
      </p>
    );
  }
  const { id, name, ledgerVersion } = marked;
  return (
    <p>
      <button
        type="button"
        disabled={busy}
        onClick={() =>
          run(async () => {
            // Both have been looked at: what was changed since the first look counts.
            const entry = await mergeEntities(id, entity.id, Math.min(ledgerVersion, entity.ledgerVersion));
            return { marked: null, last: { entry, words: `${name} was merged into ${entity.name}.` } };
          })
        }
      >
        Merge {name} into {entity.name}
      </button>{' '}
      {neverMind}
    </p>
  );
}
