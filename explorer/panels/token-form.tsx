import { useState } from 'preact/hooks';
import { keepToken, keptToken } from '../api/token.js';

interface TokenFormProps {
  /** What needs it: "To decide". */
  readonly purpose: string;
}

/** Takes the token that changes need, and keeps it until the tab is closed. */
export function TokenForm({ purpose }: TokenFormProps) {
  const [kept, setKept] = useState(keptToken() !== null);
  const [text, setText] = useState('');
  const keep = (token: string | null) => {
    keepToken(token);
    setKept(token !== null);
    setText('');
  };
  if (kept) {
    return (
      <p class="token quiet">
        A token is kept until this tab is closed.{' '}
        <button type="button" class="small" onClick={() => keep(null)}>
          Forget it
        </button>
      </p>
    );
  }
  return (
    <form
      class="token"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') keep(text.trim());
      }}
    >
      <label>
        {purpose}, give a token that may change the graph{' '}
        <input
          type="password"
          autoComplete="off"
          value={text}
          onInput={({ currentTarget: { value } }) => setText(value)}
        />
      </label>{' '}
      <button type="submit">Keep it for this tab</button>
    </form>
  );
}
