import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromBufferPromise } from 'yauzl';

/** A Word document of a thousand pages with its pictures has a tenth of it. */
const maxUnpackedBytes = 256 * 1024 * 1024;
const maxEntries = 10_000;

/** A container whose parts are more than is read, or other than it says. */
export class UnpackingRefusedError extends Error {
  override readonly name = 'UnpackingRefusedError';
}

function nothing(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

/**
 * Goes through a ZIP container in pieces, before anything unpacks it into memory: a few kilobytes can be made to hold
 * gigabytes, and what an entry says of its own size needn't be true.
 *
 * @throws {UnpackingRefusedError} when there is more in it than is read.
 * @throws {Error} when it is broken, or an entry isn't of the size that it says.
 */
export async function checkUnpackedSize(bytes: Buffer): Promise<void> {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
  try {
    if (zip.entryCount > maxEntries) throw new UnpackingRefusedError(`It has more than ${maxEntries} parts.`);
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > maxUnpackedBytes) {
        throw new UnpackingRefusedError(`Unpacked it is larger than ${maxUnpackedBytes / 1024 / 1024} MB.`);
      }
      if (!entry.fileName.endsWith('/')) await pipeline(await zip.openReadStreamPromise(entry), nothing());
    }
  } finally {
    zip.close();
  }
}
