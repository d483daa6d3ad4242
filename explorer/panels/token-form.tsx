import { useRef, useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.js';
import { checkToken } from '../api/check-token.js';
import { allowReading, useReadingRefusal } from '../api/reading-refusal.js';
import { keepToken, useKeptToken } from '../api/token.js';
import { toApiError } from '../use-answer.js';
import { Notice } from './notice.js';

interface TokenFormProps {
  /** What for, and what the token has to allow: "To decide, give a token that may change the graph". */
  readonly label: string;
}

/** Takes a token, and keeps it until the tab is closed. One that doesn't hold is said at once, and not kept. */
export function TokenForm({ label }: TokenFormProps) {
  const kept = useKeptToken() !== null;
  const isRefused = useReadingRefusal() !== null;
  const [text, setText] = useState('');
  const [isChecking, setChecking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const keep = (token: string | null) => {
    // What held the focus goes with the form.
    holder.current?.focus();
    keepToken(token);
    setText('');
    allowReading();
  };
  const check = async (token: string) => {
    setChecking(true);
    setError(null);
    try {
      await checkToken(token);
      keep(token);
    } catch (cause) {
      setError(toApiError(cause));
    } finally {
      setChecking(false);
    }
  };
  if (kept && !isRefused) {
    return (
      <div class="token" ref={holder} tabIndex={-1}>
        <p class="quiet">
          A token is kept until this tab is closed.{' '}
          <button type="button" class="small" onClick={() => keep(null)}>
            Forget it
          </button>
        </p>
      </div>
    );
  }
  return (
    <div class="token" ref={holder} tabIndex={-1}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '' && !isChecking) void check(text.trim());
        }}
      >
        <label>
          {label}{' '}
          <input
            type="password"
            autoComplete="off"
            value={text}
            onInput={({ currentTarget: { value } }) => setText(value)}
          />
        </label>{' '}
        <button type="submit">Keep it for this tab</button>{' '}
        {kept && (
          <button type="button" onClick={() => keep(null)}>
            Forget the one that is kept
          </button>
        )}
        {error !== null && (
          <div role="alert">
            <Notice title={error.message} cure={error.cure} />
          </div>
        )}
      </form>
    </div>
  );
}
