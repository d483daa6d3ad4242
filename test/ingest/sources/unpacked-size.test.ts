import { describe, expect, it } from '@jest/globals';
import { readSources } from '../../../ingest/sources/sources.js';
import { checkUnpackedSize, UnpackingRefusedError } from '../../../ingest/sources/unpacked-size.js';
import { buildDocx } from './build-docx.js';
import { buildZipBomb, withSmallSizes } from './build-zip-bomb.js';

async function refusal(bytes: Uint8Array): Promise<Error> {
  try {
    for await (const document of readSources({ name: 'letter.docx', bytes })) throw new Error(document.id);
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was read.');
}

describe('what a Word document unpacks to', () => {
  it('is gone through without complaint where it is one', async () => {
    await checkUnpackedSize(Buffer.from(await buildDocx(['A letter.'])));
  });

  it('is refused where a few kilobytes hold more than is read', async () => {
    const bomb = await buildZipBomb(300);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(checkUnpackedSize(bomb)).rejects.toThrow(UnpackingRefusedError);
    expect(await refusal(bomb)).toMatchObject({
      code: 'UNREADABLE_INPUT',
      message: 'letter.docx is not unpacked. Unpacked it is larger than 256 MB.',
      cure: expect.stringContaining('pictures'),
    });
  });

  it('is refused where it is more than it says', async () => {
    const lying = withSmallSizes(await buildZipBomb(20));
    await expect(checkUnpackedSize(lying)).rejects.toThrow('too many bytes');
    expect(await refusal(lying)).toMatchObject({
      code: 'UNREADABLE_INPUT',
      message: 'letter.docx is a broken Word document.',
    });
  });
});
