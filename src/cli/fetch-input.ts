import type { SourceInput } from '../../ingest/sources/source.js';
import { DiplographError, UnreadableInputError } from '../errors.js';

/** For the answer, and for each chunk: a volume takes longer to read than to wait for. */
const defaultTimeoutMs = 30_000;
const cure = 'Check the address and the network, or save the document and name the file.';

interface FetchOptions {
  readonly timeoutMs?: number;
  /** What asks for the address, such as one that knows which are allowed. */
  ask?(address: string, init: { readonly signal: AbortSignal }): Promise<Response>;
}

/**
 * The bytes at an address, as they come, and the charset that its server names.
 *
 * @throws {UnreadableInputError} when the address refuses, or doesn't give all of them in time.
 */
export function fetchInput(
  address: string,
  { timeoutMs = defaultTimeoutMs, ask = fetch }: FetchOptions = {},
): Pick<SourceInput, 'bytes' | 'charset'> {
  let type: string | null = null;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const stop = new AbortController();
    const inTime = async <T>(answer: Promise<T>): Promise<T> => {
      const timer = setTimeout(() => stop.abort(), timeoutMs);
      try {
        return await answer;
      } finally {
        clearTimeout(timer);
      }
    };
    let received: number | null = null;
    try {
      const response = await inTime(ask(withoutSecrets(address), { signal: stop.signal }));
      if (!response.ok || response.body === null) {
        await response.body?.cancel();
        throw new UnreadableInputError(
          `${address} answered ${response.status}.`,
          'Check the address, or save the document and name the file.',
        );
      }
      type = response.headers.get('content-type');
      received = 0;
      const reader = response.body.getReader();
      try {
        for (;;) {
          const { done, value } = await inTime(reader.read());
          if (done) break;
          received += value.length;
          yield value;
        }
      } finally {
        // Of an answer that ended or broke off there is nothing left to cancel.
        await reader.cancel().catch(() => undefined);
      }
    } catch (cause) {
      if (cause instanceof DiplographError) throw cause;
      // `fetch` wraps what went wrong while it connected.
      if (cause instanceof Error && cause.cause instanceof DiplographError) throw cause.cause;
      const late = `gave no answer within ${timeoutMs / 1_000} seconds`;
      const broke = received === null ? "can't be reached" : `broke off after ${received} bytes`;
      throw new UnreadableInputError(`${address} ${stop.signal.aborted ? late : broke}.`, cure, { cause });
    }
  }
  return {
    bytes: chunks(),
    charset: () => /;\s*charset\s*=\s*"?([\w.:-]+)/iu.exec(type ?? '')?.[1] ?? null,
  };
}

/** A password in an address would be printed, logged and stored with it. */
function withoutSecrets(address: string): string {
  const { username, password, origin, pathname } = new URL(address);
  if (username === '' && password === '') return address;
  throw new UnreadableInputError(
    `${origin}${pathname} was given with a name or password in the address, which is not sent.`,
    'Save the document with a browser, and name the file.',
  );
}
