import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DiplographError } from '../errors.js';

/** As much as is read of one file that isn't a stream; a volume of documents has a tenth of it. */
export const maxInputBytes = 64 * 1024 * 1024;

export function tooLarge(name: string): DiplographError {
  return new DiplographError(
    'TOO_LARGE',
    `${name} is larger than ${maxInputBytes / 1024 / 1024} MB.`,
    'Split it into its documents, or read it on the server with "diplograph ingest".',
  );
}

/** Chunks as they come, up to the limit. @throws {DiplographError} TOO_LARGE */
export async function* limitedTo(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxBytes = maxInputBytes,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(name);
    yield chunk;
  }
}

/** Input that waits for its turn, on the disk: in memory, twenty of the largest would take more than a gigabyte. */
export interface Spool {
  /** A folder of its own for each job, where only this process may look. */
  folder(): Promise<string>;
  write(chunks: AsyncIterable<Uint8Array>, file: string): Promise<void>;
  discard(folder: string): Promise<void>;
  close(): Promise<void>;
}

export function createSpool(): Spool {
  let root: Promise<string> | undefined;
  let count = 0;
  return {
    async folder() {
      root ??= mkdtemp(join(tmpdir(), 'diplograph-ingest-'));
      count += 1;
      const name = String(count);
      const folder = join(await root, name);
      await mkdir(folder);
      return folder;
    },
    write: (chunks, file) => pipeline(chunks, createWriteStream(file, { flags: 'wx', mode: 0o600 })),
    discard: (folder) => rm(folder, { recursive: true, force: true }),
    async close() {
      if (root !== undefined) await rm(await root, { recursive: true, force: true });
    },
  };
}
