import { foldName } from '../../../src/names/fold-name.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import { joinAuthorities } from '../../lexicon/roster.js';
import { BearerChooser } from './listed-bearers.js';
import { NameTrie } from './name-trie.js';

/** What the extractor knows of names before it reads a document. */
export interface Lexicon {
  readonly trie: NameTrie;
  /** The record that a list of persons has under an identifier of its own. */
  listed(recordId: string): AuthorityRecord | undefined;
  recordOf(id: string): AuthorityRecord | undefined;
  /** Persons with this family name; where the documents' own list has some, these alone. */
  bearers(surname: string): readonly AuthorityRecord[];
  /** Persons of the documents' own list with this family name. */
  listedBearers(surname: string): readonly AuthorityRecord[];
  /** The one person of the documents' own list with this first name. */
  listedByGivenName(givenName: string): AuthorityRecord | undefined;
  /** Tells those of one name apart; `null` where the documents have no list. */
  readonly chooser: BearerChooser | null;
}

/** @param added - Records given for these documents, which go before the shipped ones. */
export function createLexicon(shipped: readonly AuthorityRecord[], added: readonly AuthorityRecord[]): Lexicon {
  const { records, roster } = joinAuthorities(shipped, added);
  const byId = new Map(records.map((record) => [record.id, record] as const));
  const byRecordId = new Map(
    records.flatMap((record) => (record.recordId === undefined ? [] : [[record.recordId, record] as const])),
  );
  const bearers = new Map<string, AuthorityRecord[]>();
  for (const record of records) {
    if (record.surname === undefined) continue;
    const surname = foldName(record.surname);
    bearers.set(surname, [...(bearers.get(surname) ?? []), record]);
  }
  const listed = new Map<string, readonly AuthorityRecord[]>();
  for (const [surname, all] of bearers) {
    const own = all.filter(({ id }) => roster.has(id));
    if (own.length > 0) listed.set(surname, own);
  }
  const onRoster = records.filter(({ id }) => roster.has(id));
  // Friends call John Foster Dulles by his second name, unless it is another's first.
  const givenNames = new Map([...bearersOf(onRoster, secondNames), ...bearersOf(onRoster, firstNames)]);
  return {
    trie: new NameTrie(records, roster),
    listed: (recordId) => byRecordId.get(recordId),
    recordOf: (id) => byId.get(id),
    bearers: (surname) => listed.get(foldName(surname)) ?? bearers.get(foldName(surname)) ?? [],
    listedBearers: (surname) => listed.get(foldName(surname)) ?? [],
    listedByGivenName: (givenName) => givenNames.get(foldName(givenName)),
    chooser: listed.size === 0 ? null : new BearerChooser(onRoster),
  };
}

function firstNames({ givenName }: AuthorityRecord): readonly string[] {
  return givenName === undefined ? [] : [foldName(givenName)];
}

/** Of "John Foster Dulles": "foster"; initials are none. */
function secondNames({ name, givenName = '', surname = '' }: AuthorityRecord): readonly string[] {
  const known = new Set([foldName(givenName), ...foldName(surname).split(' ')]);
  return givenName === ''
    ? []
    : foldName(name)
        .split(' ')
        .filter((word) => word.length > 2 && !known.has(word));
}

/** `undefined` under a name that several bear. */
function bearersOf(
  records: readonly AuthorityRecord[],
  namesOf: (record: AuthorityRecord) => readonly string[],
): ReadonlyMap<string, AuthorityRecord | undefined> {
  const bearers = new Map<string, AuthorityRecord | undefined>();
  for (const record of records) {
    for (const name of namesOf(record)) bearers.set(name, bearers.has(name) ? undefined : record);
  }
  return bearers;
}
