import type { LedgerEntry } from '../model/ledger.js';
import type { GraphBatch, RelationRecord } from '../model/records.js';
import type { LinkedIdentity } from './identity.js';
import type { Given } from './steps.js';

/** A relation with its ends, as the graph of now has or would have it. */
export interface RelationEnds {
  readonly relation: string;
  /** Entity; as `target` for AUTHORED a document. */
  readonly source: string;
  readonly target: string;
}

/** A relation that an entry keeps out of the graph as it is linked now. */
export interface Retracted extends RelationEnds {
  readonly entry: string;
}

/** What a back end keeps of people's edits, within one transaction that no other writer's overlaps. */
export interface LedgerTables {
  /** The greatest version of an entry or of an undoing; 0 where there is none. */
  ledgerVersion(): Given<number>;
  entry(id: string): Given<LedgerEntry | null>;
  /** Entries that hold and name one of these identities; in any order. */
  heldEntries(identities: readonly string[]): Given<readonly LedgerEntry[]>;
  /** Entries about one of these that were made or undone after this version; in the order of their identifiers. */
  changesSince(version: number, subjects: readonly string[]): Given<readonly LedgerEntry[]>;
  /** Keeps an entry in place of what it was. @param subjects - By which it is found. */
  saveEntry(entry: LedgerEntry, subjects: readonly string[]): Given<void>;

  /** What these entries keep out. */
  retractedBy(entries: readonly string[]): Given<readonly Retracted[]>;
  /** Which of these relations some entry keeps out. */
  retractedAmong(relations: readonly string[]): Given<readonly string[]>;
  /** Keeps what these entries keep out, in place of what they did. */
  saveRetracted(entries: readonly string[], retracted: readonly Retracted[]): Given<void>;

  identitiesOfEntities(entities: readonly string[]): Given<readonly LinkedIdentity[]>;
  /** The names that entities show. */
  entityNames(entities: readonly string[]): Given<readonly { readonly id: string; readonly name: string }[]>;
  relation(id: string): Given<RelationRecord | null>;
  /** Documents that name both ends of one of these relations; in any order, some perhaps twice. */
  documentsNamingBoth(relations: readonly RelationEnds[]): Given<readonly string[]>;
  /** Sums entities up anew, for another name. */
  summarize(entities: readonly string[]): Given<void>;

  /** Keeps a document that people deleted, in place of what was kept of it. */
  keepDeleted(batch: GraphBatch): Given<void>;
  /** Which of these people deleted. */
  deletedAmong(documents: readonly string[]): Given<readonly string[]>;
  deletedDocument(document: string): Given<GraphBatch | null>;
  dropDeleted(document: string): Given<void>;
}
