import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UnreadableInputError } from '../../src/errors.js';
import { parseCoordinates } from '../../src/model/coordinates.js';
import { kindOfId } from '../../src/model/entity-id.js';
import { type EntityKind, entityKindNames } from '../../src/model/ontology.js';
import { isPartialDate } from '../../src/model/partial-date.js';
import type { AuthorityRecord } from './authority-record.js';

const text = z.string().trim().min(1);
const identifier = text.refine(
  (id) => kindOfId(id) !== null,
  'must be the identifier of an entity, as person:kim-il-sung',
);

const recordSchema = z
  .strictObject({
    id: text,
    kind: z.enum(entityKindNames as [EntityKind, ...EntityKind[]]),
    name: text,
    aliases: z.array(text).default([]),
    description: text.optional(),
    within: identifier.optional(),
    partOf: identifier.optional(),
    adjectives: z.array(text).optional(),
    people: z.array(text).optional(),
    placeType: z.enum(['country', 'region', 'province', 'district', 'city', 'site']).optional(),
    coordinates: z
      .string()
      .refine((value) => parseCoordinates(value) !== null, 'must be latitude and longitude in degrees, as 39.03,125.75')
      .optional(),
    surname: text.optional(),
    date: z.string().refine(isPartialDate, 'must be a date as 1956, 1956-02 or 1956-02-14').optional(),
    organizer: identifier.optional(),
  })
  .refine(({ id, kind }) => [null, kind].includes(kindOfId(id)), {
    path: ['id'],
    error: 'must begin with the prefix of its kind',
  });

const cure = 'Write one JSON object a line, with at least id, kind and name, as in ingest/lexicon/authority.';

interface Placed {
  readonly record: AuthorityRecord;
  readonly place: string;
}

/** Zod writes an absent optional field as `undefined`; records leave it out. */
function withoutAbsent(record: z.infer<typeof recordSchema>): AuthorityRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as AuthorityRecord;
}

function parseLine(line: string, place: string): Placed {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new UnreadableInputError(`${place} holds no JSON object.`, cure, { cause });
  }
  const result = recordSchema.safeParse(value);
  if (result.success) return { record: withoutAbsent(result.data), place };
  const [issue] = result.error.issues;
  const field = issue?.path.join('.') ?? '';
  const what = `${field === '' ? 'the record' : `"${field}"`}: ${issue?.message ?? 'not valid'}`;
  throw new UnreadableInputError(`${place} is no authority record: ${what}.`, cure, { cause: result.error });
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new UnreadableInputError(`The authority file ${path} can't be read.`, 'Check the path and its permissions.', {
      cause,
    });
  }
}

/** Strictly: a name with a letter lost would match nothing, in silence. */
function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableInputError(`The authority file ${path} is not UTF-8.`, 'Save it anew in UTF-8.', { cause });
  }
}

function parseFile(path: string): Placed[] {
  return decode(path, readBytes(path))
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, `${path}:${index + 1}`)]));
}

function readAll(paths: readonly string[]): AuthorityRecord[] {
  const seen = new Map<string, Placed>();
  for (const placed of paths.flatMap(parseFile)) {
    const earlier = seen.get(placed.record.id);
    if (earlier) {
      throw new UnreadableInputError(
        `The authority record ${placed.record.id} stands twice: ${earlier.place} and ${placed.place}.`,
        'Keep one of them, with the aliases of both.',
      );
    }
    seen.set(placed.record.id, placed);
  }
  return [...seen.values()].map(({ record }) => record);
}

/**
 * Reads an authority file: JSONL in UTF-8, empty lines allowed.
 *
 * @throws {UnreadableInputError} naming file and line of the first line that is no record, or both places of an
 *   identifier that stands twice.
 */
export function readAuthority(path: string): AuthorityRecord[] {
  return readAll([path]);
}

/** The build copies this folder beside the compiled module, so that one address serves source and `dist`. */
const shippedFolder = join(dirname(fileURLToPath(import.meta.url)), 'authority');

let shipped: readonly AuthorityRecord[] | undefined;

/** The records that ship with the project, in the order of their files' names; read once a process. */
export function shippedAuthority(): readonly AuthorityRecord[] {
  shipped ??= Object.freeze(
    readAll(
      readdirSync(shippedFolder)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .map((name) => join(shippedFolder, name)),
    ),
  );
  return shipped;
}
