import { DiplographError, UnreadableInputError } from '../errors.js';

const timeoutMs = 30_000;

/**
 * The bytes at an address, as they come.
 *
 * @throws {UnreadableInputError} when the address refuses, or doesn't give all of them in time.
 */
export async function* fetchChunks(address: string): AsyncGenerator<Uint8Array> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new UnreadableInputError(
        `${address} answered ${response.status}.`,
        'Check the address, or save the document and name the file.',
      );
    }
    yield* response.body;
  } catch (cause) {
    if (cause instanceof DiplographError) throw cause;
    const late = cause instanceof Error && cause.name === 'TimeoutError';
    throw new UnreadableInputError(
      late ? `${address} gave no answer within ${timeoutMs / 1_000} seconds.` : `${address} can't be reached.`,
      'Check the address and the network, or save the document and name the file.',
      { cause },
    );
  }
}
