import { foldName } from '../../../src/names/fold-name.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import { joinAuthorities } from '../../lexicon/roster.js';
import { NameTrie } from './name-trie.js';

/** What the extractor knows of names before it reads a document. */
export interface Lexicon {
  readonly trie: NameTrie;
  recordOf(id: string): AuthorityRecord | undefined;
  /** Persons with this family name; where the documents' own list has some, these alone. */
  bearers(surname: string): readonly AuthorityRecord[];
}

/** @param added - Records given for these documents, which go before the shipped ones. */
export function createLexicon(shipped: readonly AuthorityRecord[], added: readonly AuthorityRecord[]): Lexicon {
  const { records, roster } = joinAuthorities(shipped, added);
  const byId = new Map(records.map((record) => [record.id, record] as const));
  const bearers = new Map<string, AuthorityRecord[]>();
  for (const record of records) {
    if (record.surname === undefined) continue;
    const surname = foldName(record.surname);
    bearers.set(surname, [...(bearers.get(surname) ?? []), record]);
  }
  for (const [surname, all] of bearers) {
    const listed = all.filter(({ id }) => roster.has(id));
    if (listed.length > 0) bearers.set(surname, listed);
  }
  return {
    trie: new NameTrie(records, roster),
    recordOf: (id) => byId.get(id),
    bearers: (surname) => bearers.get(foldName(surname)) ?? [],
  };
}
