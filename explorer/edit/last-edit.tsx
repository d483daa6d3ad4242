import { undoEdit } from '../api/undo-edit.js';
import { EditFailure } from './edit-failure.js';
import { changeEditState, useEditState } from './edit-state.js';
import { useEdit } from './use-edit.js';

/** What was changed last, over the foot of the page, with the way back. */
export function LastEdit() {
  const { last } = useEditState();
  const { run, busy, error } = useEdit();
  return (
    <div class="last-edit-place" role="status">
      {last !== null && (
        <div class="last-edit">
          <p>
            {last.words}{' '}
            <button
              type="button"
              class="small"
              disabled={busy}
              onClick={() =>
                run(async () => {
                  await undoEdit(last.entry);
                  return { last: null };
                })
              }
            >
              Take it back
            </button>{' '}
            <button type="button" class="small" onClick={() => changeEditState({ last: null })}>
              Close
            </button>
          </p>
          <EditFailure error={error} />
        </div>
      )}
    </div>
  );
}
