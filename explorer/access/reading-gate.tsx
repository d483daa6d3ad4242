import type { ApiError } from '../api/api-error.js';
import { useKeptToken } from '../api/token.js';
import { TokenForm } from '../panels/token-form.js';
import './access.css';

/** Stands in place of every view where nothing can be read, and asks for what opens them. */
export function ReadingGate({ refusal }: { readonly refusal: ApiError }) {
  const isKept = useKeptToken() !== null;
  return (
    <section class="reading-gate" aria-labelledby="gate-title">
      <h2 id="gate-title">{isKept ? 'The token no longer holds' : 'This archive is read with a token'}</h2>
      {isKept && <p>{refusal.message}</p>}
      <p>Whoever runs the server gives tokens to those who may read. Yours stays in this tab, and ends with it.</p>
      <TokenForm label="To read, give your token" />
    </section>
  );
}
