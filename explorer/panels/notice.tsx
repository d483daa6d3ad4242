import type { ApiError } from '../api/api-error.js';

interface NoticeProps {
  readonly title: string;
  /** What to do now, as a sentence. */
  readonly cure: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Why there is nothing here, and what to do about it. */
export function Notice({ title, cure, action }: NoticeProps) {
  return (
    <div class="notice">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{cure}</p>
      {action && (
        <button type="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}

export function Failure({ error, again }: { readonly error: ApiError; readonly again: () => void }) {
  return (
    <div role="alert">
      <Notice title={error.message} cure={error.cure} action={{ label: 'Try again', run: again }} />
    </div>
  );
}

export function Waiting({ what }: { readonly what: string }) {
  return (
    <p class="waiting" role="status">
      Reading {what} …
    </p>
  );
}
