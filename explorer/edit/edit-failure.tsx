import type { ApiError } from '../api/api-error.js';
import { Notice } from '../panels/notice.js';
import { graphChanged } from './edit-state.js';

const anotherToken =
  'The server takes no changes with this token, or without one: give another. Whoever runs the server has it.';

interface EditFailureProps {
  readonly error: ApiError | null;
  /** Reads anew what the edit was about; the whole page where left out. */
  readonly again?: () => void;
}

/** Why a change was refused, and what to do: give another token, look again at what others changed, or what the API says. */
export function EditFailure({ error, again = () => graphChanged({}) }: EditFailureProps) {
  if (error === null) return null;
  const isRefused = error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN';
  return (
    <div role="alert">
      <Notice
        title={error.message}
        cure={isRefused ? anotherToken : error.cure}
        action={error.code === 'CONFLICT' ? { label: 'Look again', run: again } : undefined}
      />
    </div>
  );
}
