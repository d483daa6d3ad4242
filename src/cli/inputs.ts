import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceInput } from '../../ingest/sources/source.js';
import { DiplographError, UnreadableInputError } from '../errors.js';
import { fetchInput } from './fetch-input.js';

/** Something that a PATH names, read only when its turn comes. */
export interface InputPlace {
  readonly name: string;
  input(): SourceInput;
}

const reasons: Readonly<Record<string, readonly [what: string, cure: string]>> = {
  ENOENT: ['is not there', 'Check the spelling and the folder that you are in.'],
  EACCES: ['may not be read', 'Give yourself the right to read it.'],
  EPERM: ['may not be read', 'Give yourself the right to read it.'],
  ENOTDIR: ['is not there', 'A part of the path is no folder.'],
};

function unreadable(name: string, cause: unknown): unknown {
  if (cause instanceof DiplographError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  const [what, cure] = reasons[code] ?? [`can't be read (${code})`, 'Check the file and the disk that it lies on.'];
  return new UnreadableInputError(`${name} ${what}.`, cure, { cause });
}

function filePlace(path: string): InputPlace {
  return {
    name: path,
    input: () => ({ name: path, bytes: fileChunks(path) }),
  };
}

async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Hidden files belong to programs, and a README describes the folder that it lies in. */
const noDocument = /^(?:\.|readme(?:\.|$))/i;

/** Files below a folder. Links to folders are not followed: they may lead back up. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries
      .filter(({ name }) => !noDocument.test(name))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return filesBelow(path);
        const isFile = entry.isFile() || (entry.isSymbolicLink() && (await stat(path)).isFile());
        return isFile ? [path] : [];
      }),
  );
  return nested.flat();
}

/** By code point, which for paths outside the basic plane is not the order of UTF-16 code units. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

async function placesOf(path: string): Promise<InputPlace[]> {
  if (path === '-') {
    const name = 'standard input';
    return [{ name, input: () => ({ name, bytes: process.stdin }) }];
  }
  if (/^https?:\/\//i.test(path)) return [{ name: path, input: () => ({ name: path, ...fetchInput(path) }) }];
  try {
    if (!(await stat(path)).isDirectory()) return [filePlace(path)];
    const files = await filesBelow(path);
    if (files.length > 0) return files.sort(byCodePoint).map(filePlace);
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new DiplographError(
    'NOTHING_TO_READ',
    `The folder ${path} holds no documents.`,
    'Name a folder with files in it; hidden files and a README are left out.',
  );
}

/**
 * What the PATHs of a command name, in their order; a folder's files by code point.
 *
 * @param onError - Told of each PATH that names nothing; the others are given all the same.
 */
export async function findInputs(paths: readonly string[], onError: (error: unknown) => void): Promise<InputPlace[]> {
  const found: InputPlace[] = [];
  for (const path of paths) {
    try {
      found.push(...(await placesOf(path)));
    } catch (error) {
      onError(error);
    }
  }
  return found;
}
