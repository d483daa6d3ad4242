import type { GraphBatch, MatchRecord } from '../model/records.js';
import type { Identity, LinkedIdentity } from './identity.js';
import type { LedgerTables } from './ledger-tables.js';
import type { Naming, Spelling } from './name-changes.js';
import type { Given } from './steps.js';

/** A match as a back end keeps it. */
export interface StoredMatch extends MatchRecord {
  /** How many documents name both; of one that is only possible nobody asks, and it is 0. */
  readonly together: number;
}

/** What a back end keeps for linking, within one transaction that no other writer's overlaps. */
export interface LinkingTables extends LedgerTables {
  /** What stored documents call identities. */
  namesIn(documents: readonly string[]): Given<readonly Naming[]>;
  /** Keeps documents as they named their entities, in place of what they were. @param names - Of them all. */
  saveSources(batches: readonly GraphBatch[], names: readonly Naming[]): Given<void>;
  deleteSource(document: string): Given<void>;
  /** Documents as they named their entities, in any order. */
  sources(documents: readonly string[]): Given<readonly GraphBatch[]>;
  /** Documents that name one of these identities. */
  documentsNaming(identities: readonly string[]): Given<readonly string[]>;

  identities(ids: readonly string[]): Given<readonly LinkedIdentity[]>;
  identitiesWithKeys(keys: readonly string[]): Given<readonly LinkedIdentity[]>;
  /** Puts identities in place of what they were; one that is new is its own entity for the time being. */
  saveIdentities(
    identities: readonly {
      readonly identity: Identity;
      readonly keys: readonly string[];
      readonly spellings: readonly Spelling[];
    }[],
  ): Given<void>;
  /** What documents call identities, as it was saved last; of those that are stored. */
  spellings(
    identities: readonly string[],
  ): Given<readonly { readonly id: string; readonly spellings: readonly Spelling[] }[]>;
  saveSpellings(identities: readonly { readonly id: string; readonly spellings: readonly Spelling[] }[]): Given<void>;
  /** With their matches. */
  deleteIdentities(ids: readonly string[]): Given<void>;
  saveEntities(links: readonly Pick<LinkedIdentity, 'id' | 'entity' | 'givenName'>[]): Given<void>;

  matchesOf(identities: readonly string[]): Given<readonly StoredMatch[]>;
  /** Of two that are called the same and are both among these. */
  matchesAmong(identities: readonly string[]): Given<readonly StoredMatch[]>;
  deleteMatchesOf(identities: readonly string[]): Given<void>;
  saveMatches(matches: readonly StoredMatch[]): Given<void>;
  /** For each pair how many documents name both, as they are kept now. */
  countTogether(pairs: readonly Pick<MatchRecord, 'left' | 'right'>[]): Given<readonly number[]>;

  /** Writes the linked graphs of documents in place of what they were. */
  putGraphs(batches: readonly GraphBatch[]): Given<void>;
  deleteGraph(document: string): Given<boolean>;
}
