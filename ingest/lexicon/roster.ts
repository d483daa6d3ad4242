import anyAscii from 'any-ascii';
import { entityId, kindOfId } from '../../src/model/entity-id.js';
import { blockingKeys } from '../../src/names/blocking-keys.js';
import { compareNames } from '../../src/names/compare-names.js';
import { foldName } from '../../src/names/fold-name.js';
import type { AuthorityRecord } from './authority-record.js';
import { fullForms, readIndexName } from './index-name.js';

/** "Yeh, George K.C. (Yeh Kung-ch’ao)" → its two names. */
function namesIn(name: string): readonly string[] {
  const inBrackets = [...name.matchAll(/\(([^()]+)\)/gu)].flatMap(([, inside]) => inside?.trim() ?? []);
  // Scanned: "Chung II Kwan".
  const outside = name
    .replace(/(?<=\p{L} )II(?= \p{L})/gu, 'Il')
    .replace(/\s*\([^()]*\)\s*/gu, ' ')
    .replace(/\s*,\s*$/u, '')
    .trim();
  return [outside, ...inBrackets];
}

/** A record of a list of persons, written surname first, as the grammar wants it. */
function personRecord(record: AuthorityRecord): AuthorityRecord {
  const names = [record.name, ...record.aliases].flatMap(namesIn).map(readIndexName);
  const [main] = names;
  const forms = [...new Set(names.flatMap(fullForms))];
  const [name = record.name] = forms;
  const surname = record.surname ?? main?.surname;
  return {
    ...record,
    name,
    // A lone family name is no full form: "Thieu" stands under `surname`.
    aliases: forms.slice(1).filter((form) => form.includes(' ') || form !== surname),
    ...(surname === undefined || surname === '' ? {} : { surname }),
    ...(main === undefined || main.surnameFirst ? {} : givenNameOf(main.given)),
  };
}

function givenNameOf(given: readonly string[]): { givenName?: string } {
  const givenName = given.find((part) => part.length > 2);
  return givenName === undefined ? {} : { givenName };
}

/** The shipped records by their names, which the lists of all volumes are held against. */
interface ShippedNames {
  /** By kind and folded name. */
  readonly byName: ReadonlyMap<string, ReadonlySet<AuthorityRecord>>;
  readonly romanised: (record: AuthorityRecord) => readonly AuthorityRecord[];
}

/** Made when the first list comes, and kept as long as the shipped records are. */
const shippedNames = new WeakMap<readonly AuthorityRecord[], ShippedNames>();

function namesOfShipped(shipped: readonly AuthorityRecord[]): ShippedNames {
  const known = shippedNames.get(shipped);
  if (known !== undefined) return known;
  const byName = new Map<string, Set<AuthorityRecord>>();
  for (const record of shipped) {
    for (const name of [record.name, ...record.aliases]) {
      const key = `${record.kind} ${foldName(name)}`;
      const namesakes = byName.get(key);
      if (namesakes === undefined) byName.set(key, new Set([record]));
      else namesakes.add(record);
    }
  }
  const names = { byName, romanised: findRomanised(shipped) };
  shippedNames.set(shipped, names);
  return names;
}

/**
 * Makes one list of the records that ship with the project and those that were added for these documents.
 *
 * An added record that has a full name in common with exactly one shipped record of its kind is that record, under the
 * shipped identifier; so the same man is one entity in documents of many lists. Where none has the name letter by letter,
 * a person's name in another romanisation counts, but never initials or a middle name more or less. Added identifiers that are none of the
 * graph's ("p_CE1") stay as `recordId`, and the entity's follows from its name.
 */
export function joinAuthorities(
  shipped: readonly AuthorityRecord[],
  added: readonly AuthorityRecord[],
): { readonly records: readonly AuthorityRecord[]; readonly roster: ReadonlySet<string> } {
  const records = new Map(shipped.map((record) => [record.id, record] as const));
  const roster = new Set<string>();
  for (const raw of added) {
    const record = raw.kind === 'PERSON' ? personRecord(raw) : raw;
    const isOwn = kindOfId(record.id) !== null;
    const { byName, romanised } = namesOfShipped(shipped);
    const namesake = isOwn
      ? undefined
      : (sole(fullNames(record).flatMap((name) => [...(byName.get(name) ?? [])])) ?? sole(romanised(record)));
    const id = isOwn
      ? record.id
      : namesake !== undefined && !roster.has(namesake.id)
        ? namesake.id
        : freeId(record, roster);
    roster.add(id);
    records.set(id, {
      ...namesake,
      ...record,
      id,
      aliases: [
        ...new Set([...record.aliases, ...(namesake === undefined ? [] : [namesake.name, ...namesake.aliases])]),
      ],
      ...(isOwn ? {} : { recordId: record.id }),
    });
  }
  return { records: [...records.values()], roster };
}

/** A name less alike than this agrees in initials, or lacks a part. */
const surestOfAnother = 0.95;

/** Finds the shipped persons whose name, in some romanisation, is a record's. */
function findRomanised(shipped: readonly AuthorityRecord[]): (record: AuthorityRecord) => readonly AuthorityRecord[] {
  const blocks = new Map<string, AuthorityRecord[]>();
  for (const record of shipped) {
    if (record.kind !== 'PERSON') continue;
    for (const key of blockingKeys(record.name, 'PERSON').kept) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [record]);
      else block.push(record);
    }
  }
  return ({ kind, name, aliases }) =>
    kind !== 'PERSON'
      ? []
      : [name, ...aliases].flatMap((form) =>
          // One that shares several keys is compared once.
          [...new Set(blockingKeys(form, 'PERSON').asked.flatMap((key) => blocks.get(key) ?? []))].filter(
            (candidate) => compareNames(form, candidate.name, 'PERSON').score >= surestOfAnother,
          ),
        );
}

/** Initials with a surname are shared too often to prove anything. */
function fullNames({ kind, name, aliases }: AuthorityRecord): string[] {
  return [name, ...aliases]
    .map(foldName)
    .filter((form) => kind !== 'PERSON' || form.split(' ').filter((word) => word.length > 1).length > 1)
    .map((form) => `${kind} ${form}`);
}

function sole<T>(found: readonly T[]): T | undefined {
  const distinct = new Set(found);
  return distinct.size === 1 ? found[0] : undefined;
}

function freeId({ kind, name, id }: AuthorityRecord, taken: ReadonlySet<string>): string {
  const plain = entityId(kind, anyAscii(name));
  return taken.has(plain) ? entityId(kind, anyAscii(`${name} ${id}`)) : plain;
}
