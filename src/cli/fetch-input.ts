import type { SourceInput } from '../../ingest/sources/source.js';
import { DiplographError, UnreadableInputError } from '../errors.js';
import { readAll } from './read-all.js';

const timeoutMs = 30_000;

/** @throws {UnreadableInputError} when the address doesn't answer in time, refuses, or sends too much. */
export async function fetchInput(address: string): Promise<SourceInput> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new UnreadableInputError(
        `${address} answered ${response.status}.`,
        'Check the address, or save the document and name the file.',
      );
    }
    return { name: address, bytes: await readAll(response.body, address) };
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
