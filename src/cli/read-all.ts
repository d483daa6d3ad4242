import { UnreadableInputError } from '../errors.js';

/** A volume of two thousand pages has about 6 MB. */
const maxInputBytes = 64 * 1024 * 1024;

/** @throws {UnreadableInputError} when the stream holds more than one input may. */
export async function readAll(stream: AsyncIterable<Uint8Array | string>, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > maxInputBytes) {
      throw new UnreadableInputError(
        `${name} is larger than ${maxInputBytes / 1024 / 1024} MB.`,
        'Split it into its documents.',
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
