import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BadArgumentError } from '../errors.js';

function unwritable(path: string, error: unknown): BadArgumentError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new BadArgumentError(`${path} can't be written (${code}).`, 'Name a folder that you may write to.');
}

/** Not with `recursive`, which in Node 20 never ends where a folder is there and takes no folders, as /proc. */
async function makeFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolders(dirname(folder));
    await mkdir(folder);
  }
}

/** @throws {BadArgumentError} when the folder can't be made or written to. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** A reader sees the whole old file or the whole new one, never a part. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  await replaceAtomically(file, (unfinished) => writeFile(unfinished, text));
}

/** The same for what comes piece by piece; where the pieces end in an error, the old file stays. */
export async function writeChunksAtomically(file: string, chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  let failure: { readonly error: unknown } | null = null;
  // Errors of the pieces aren't the file's: they keep their own words.
  const watched = async function* () {
    try {
      yield* chunks;
    } catch (error) {
      failure = { error };
      throw error;
    }
  };
  try {
    await replaceAtomically(file, (unfinished) => pipeline(watched, createWriteStream(unfinished)));
  } catch (error) {
    throw (failure as { readonly error: unknown } | null)?.error ?? error;
  }
}

async function replaceAtomically(file: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  // In the same folder: a rename across file systems is a copy.
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    await write(unfinished);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw unwritable(file, error);
  }
}
