import { access, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
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
