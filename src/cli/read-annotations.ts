import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DiplographError, UnreadableInputError } from '../errors.js';
import { type AnnotatedDocument, annotatedDocument } from '../evaluate/annotated-document.js';

const cure = 'Name a file NAME.json of an annotated document, or a folder of such files.';

async function readAnnotation(file: string): Promise<AnnotatedDocument> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UnreadableInputError(`${file} holds no JSON.`, cure, { cause });
  }
  const result = annotatedDocument.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UnreadableInputError(`${file} is no annotated document: ${issue?.path.join('.')} ${issue?.message}.`, cure);
}

/**
 * @param gold - A file, or a folder of which every NAME.json is one.
 * @returns The annotations by NAME.
 * @throws {UnreadableInputError} when one of them is none.
 */
export async function readAnnotations(gold: string): Promise<ReadonlyMap<string, AnnotatedDocument>> {
  let files: string[];
  try {
    files = (await stat(gold)).isDirectory() ? (await readdir(gold)).sort().map((name) => join(gold, name)) : [gold];
  } catch (cause) {
    throw new UnreadableInputError(`${gold} is not there.`, cure, { cause });
  }
  const annotations = new Map<string, AnnotatedDocument>();
  for (const file of files.filter((name) => name.endsWith('.json'))) {
    annotations.set(basename(file, '.json'), await readAnnotation(file));
  }
  if (annotations.size === 0) throw new DiplographError('NOTHING_TO_READ', `${gold} holds no annotations.`, cure);
  return annotations;
}
