import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';

const mega = Buffer.alloc(1024 * 1024, ' ');

/** A container that begins like a Word document, and whose text is so many megabytes of blanks. */
export async function buildZipBomb(megabytes: number): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  zip.addBuffer(Buffer.from('<Types/>'), '[Content_Types].xml');
  zip.addReadStream(Readable.from(Array.from({ length: megabytes }, () => mega)), 'word/document.xml');
  zip.end();
  return buffer(zip.outputStream as Readable);
}

/** The same with an entry that says it holds a kilobyte. */
export function withSmallSizes(zip: Buffer): Buffer {
  const lying = Buffer.from(zip);
  const signature = Buffer.from('PK\x01\x02', 'latin1');
  const uncompressedSize = 24;
  for (let at = lying.indexOf(signature); at >= 0; at = lying.indexOf(signature, at + 1)) {
    if (lying.readUInt32LE(at + uncompressedSize) > 1_024) lying.writeUInt32LE(1_024, at + uncompressedSize);
  }
  return lying;
}
