import { useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.js';
import { mergeEntities, splitEntity } from '../api/edit-entities.js';
import { loadIdentity } from '../api/load-identity.js';
import { undoEdit } from '../api/undo-edit.js';
import { Notice } from '../panels/notice.js';
import { TokenForm } from '../panels/token-form.js';
import { toApiError, useAnswer } from '../use-answer.js';
import { changeEditState, type EditState, graphChanged, useEditState } from './edit-state.js';

interface EntityEditsProps {
  readonly entity: { readonly id: string; readonly name: string };
}

type Run = (change: () => Promise<Omit<Partial<EditState>, 'revision'>>) => void;

/** Marks the entity, to be merged into one that is chosen later: in the network, a list or by searching. */
function Merge({ entity, run }: EntityEditsProps & { readonly run: Run }) {
  const { marked } = useEditState();
  if (marked === null || marked.id === entity.id) {
    return marked === null ? (
      <button
        type="button"
        class="small"
        onClick={() => changeEditState({ marked: { id: entity.id, name: entity.name } })}
      >
        Merge it into another …
      </button>
    ) : (
      <p role="status">
        Choose the entity that {entity.name} is to be merged into, in the network or by searching.{' '}
        <button type="button" class="small" onClick={() => changeEditState({ marked: null })}>
          Never mind
        </button>
      </p>
    );
  }
  const { id, name } = marked;
  return (
    <p>
      <button
        type="button"
        onClick={() =>
          run(async () => {
            const entry = await mergeEntities(id, entity.id);
            return { marked: null, last: { entry, words: `${name} was merged into ${entity.name}.` } };
          })
        }
      >
        Merge {name} into {entity.name}
      </button>{' '}
      <button type="button" class="small" onClick={() => changeEditState({ marked: null })}>
        Never mind
      </button>
    </p>
  );
}

/** The names that were linked to be this entity, to be taken out of it. */
function Split({ entity, run }: EntityEditsProps & { readonly run: Run }) {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const asked = useAnswer(entity.id, (signal) => loadIdentity(entity.id, signal));
  const identities = asked.state === 'answered' ? (asked.answer?.identities ?? []) : [];
  if (identities.length < 2) return <p class="quiet">It is linked with no other name: there is nothing to split.</p>;
  const toggle = (id: string) => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
  };
  return (
    <fieldset class="choices split">
      <legend>Take out as one of its own</legend>
      {identities.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={out.has(id)} onChange={() => toggle(id)} /> {name}{' '}
          <span class="quiet">{id}</span>
        </label>
      ))}
      <button
        type="button"
        class="small"
        disabled={out.size === 0 || out.size === identities.length}
        onClick={() =>
          run(async () => {
            const entry = await splitEntity(entity.id, [...out]);
            return { last: { entry, words: `${out.size} of its names were taken out of ${entity.name}.` } };
          })
        }
      >
        Split
      </button>
    </fieldset>
  );
}

/** Merging and splitting, each to be undone: behind a fold, since most come to read. */
export function EntityEdits({ entity }: EntityEditsProps) {
  const { last, marked, revision } = useEditState();
  const [error, setError] = useState<ApiError | null>(null);
  const run: Run = (change) => {
    setError(null);
    change().then(graphChanged, (cause: unknown) => setError(toApiError(cause)));
  };
  return (
    <details class="edits" open={marked !== null || revision > 0}>
      <summary>Merge or split</summary>
      <TokenForm purpose="To change the graph" />
      {error !== null && (
        <div role="alert">
          <Notice title={error.message} cure={error.cure} />
        </div>
      )}
      <Merge entity={entity} run={run} />
      <Split entity={entity} run={run} />
      {last !== null && (
        <p role="status">
          {last.words}{' '}
          <button
            type="button"
            class="small"
            onClick={() =>
              run(async () => {
                await undoEdit(last.entry);
                return { last: null };
              })
            }
          >
            Undo
          </button>
        </p>
      )}
    </details>
  );
}
