import { UnreadableInputError } from '../../src/errors.js';
import type { SourceInput, WholeInput } from './source.js';

/** Enough to tell every format by its beginning. */
const headBytes = 64 * 1024;
/** What is read as a whole has to fit into memory several times over; a volume is streamed. */
const maxWholeBytes = 64 * 1024 * 1024;

/** An input whose beginning has been looked at, and the rest not yet. It can be read once. */
export interface OpenedInput {
  readonly name: string;
  /** The first bytes, up to 64 KiB. */
  readonly head: Uint8Array;
  /** All bytes from the first on, in chunks. */
  stream(): AsyncIterable<Uint8Array>;
  /** @throws {UnreadableInputError} when the input holds more than 64 MB. */
  whole(): Promise<WholeInput>;
}

async function* chunksOf(bytes: SourceInput['bytes']): AsyncGenerator<Uint8Array> {
  if (bytes instanceof Uint8Array) yield bytes;
  else yield* bytes;
}

export async function openInput({ name, bytes, charset = () => null }: SourceInput): Promise<OpenedInput> {
  const rest = chunksOf(bytes);
  const read: Uint8Array[] = [];
  let length = 0;
  while (length < headBytes) {
    const { done, value } = await rest.next();
    if (done === true) break;
    read.push(value);
    length += value.length;
  }
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield* read;
    yield* rest;
  }
  return {
    name,
    head: Buffer.concat(read).subarray(0, headBytes),
    stream,
    async whole() {
      const chunks: Uint8Array[] = [];
      let total = 0;
      for await (const chunk of stream()) {
        total += chunk.length;
        if (total > maxWholeBytes) {
          throw new UnreadableInputError(
            `${name} is larger than ${maxWholeBytes / 1024 / 1024} MB.`,
            'Split it into its documents.',
          );
        }
        chunks.push(chunk);
      }
      const [only] = chunks;
      return { name, charset, bytes: only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks) };
    },
  };
}
