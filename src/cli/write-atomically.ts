import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BadArgumentError } from '../errors.js';

function unwritable(path: string, error: unknown): BadArgumentError {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  return new BadArgumentError(`${path} can't be written (${code}).`, 'Name a folder that you may write to.');
}

/** @throws {BadArgumentError} when the folder can't be made or written to. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

/** A reader sees the whole old file or the whole new one, never a part. */
export async function writeAtomically(file: string, text: string): Promise<void> {
  // In the same folder: a rename across file systems is a copy.
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw unwritable(file, error);
  }
}
