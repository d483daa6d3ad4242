import type { EntityFacts } from '../api/load-entity.js';
import { TokenForm } from '../panels/token-form.js';
import { EditFailure } from './edit-failure.js';
import { changeEditState, useEditState } from './edit-state.js';
import { Merge } from './merge.js';
import { Rename } from './rename.js';
import { Split } from './split.js';
import { useEdit } from './use-edit.js';

interface EntityEditsProps {
  readonly entity: EntityFacts;
  /** Address of what people changed of it. */
  readonly changesHref: string;
}

/** Renaming, merging and splitting: behind a fold, since most come to read. */
export function EntityEdits({ entity, changesHref }: EntityEditsProps) {
  const { marked, isEditing } = useEditState();
  const editing = useEdit();
  return (
    <details
      class="edits"
      open={isEditing || marked !== null}
      onToggle={({ currentTarget: { open } }) => changeEditState({ isEditing: open })}
    >
      <summary>Rename, merge or split</summary>
      <TokenForm label="To change the graph, give a token that may" />
      <EditFailure error={editing.error} />
      <Rename key={entity.name} entity={entity} editing={editing} />
      <Merge entity={entity} editing={editing} />
      <Split entity={entity} editing={editing} />
      <p>
        <a href={changesHref}>What people changed of it</a>
      </p>
    </details>
  );
}
