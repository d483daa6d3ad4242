import type { GraphBatch, MatchRecord } from '../model/records.js';
import type { Identity, IdentityName, LinkedIdentity } from './identity.js';
import type { LedgerTables } from './ledger-tables.js';
import type { Given } from './steps.js';

/** What a back end keeps for linking, within one transaction that no other writer's overlaps. */
export interface LinkingTables extends LedgerTables {
  /** The identities that a stored document names. */
  identitiesIn(document: string): Given<readonly string[]>;
  /** Keeps a document as it named its entities, in place of what it was. */
  saveSource(batch: GraphBatch, names: readonly IdentityName[]): Given<void>;
  deleteSource(document: string): Given<void>;
  /** Documents as they named their entities, in any order. */
  sources(documents: readonly string[]): Given<readonly GraphBatch[]>;
  /** Documents that name one of these identities. */
  documentsNaming(identities: readonly string[]): Given<readonly string[]>;
  /** What documents call these identities: each different name and authority once. */
  namesOf(identities: readonly string[]): Given<readonly IdentityName[]>;
  /** For each document that names two of these or more: which. */
  together(identities: readonly string[]): Given<readonly (readonly string[])[]>;

  identities(ids: readonly string[]): Given<readonly LinkedIdentity[]>;
  identitiesWithKeys(keys: readonly string[]): Given<readonly LinkedIdentity[]>;
  /** Puts identities in place of what they were; one that is new is its own entity for the time being. */
  saveIdentities(identities: readonly { readonly identity: Identity; readonly keys: readonly string[] }[]): Given<void>;
  /** With their matches. */
  deleteIdentities(ids: readonly string[]): Given<void>;
  saveEntities(links: readonly Pick<LinkedIdentity, 'id' | 'entity' | 'givenName'>[]): Given<void>;

  matchesOf(identities: readonly string[]): Given<readonly MatchRecord[]>;
  deleteMatchesOf(identities: readonly string[]): Given<void>;
  saveMatches(matches: readonly MatchRecord[]): Given<void>;

  /** Writes the linked graph of a document in place of what it was. @returns Whether it was there. */
  putGraph(batch: GraphBatch): Given<boolean>;
  deleteGraph(document: string): Given<boolean>;
}
