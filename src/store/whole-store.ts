import type { LinkedIdentity } from '../linking/identity.js';
import type { Retracted } from '../linking/ledger-tables.js';
import type { StoredMatch } from '../linking/linking-tables.js';
import type { Spelling } from '../linking/name-changes.js';
import type { EntityTally } from '../model/entity-tally.js';
import type { LedgerEntry } from '../model/ledger.js';
import type { GraphBatch, RelationRecord } from '../model/records.js';
import type { TieRanking } from './tie-ranking.js';
import type { TieWeights } from './tie-weights.js';

/** A document as it named its entities, and its graph between the entities that those are. */
export interface WrittenDocument {
  readonly source: GraphBatch;
  /** The source as `packSource` made it. */
  readonly packed: Buffer;
  readonly graph: GraphBatch;
}

/** One of several parts of the documents, about equally many in each. */
export interface DocumentsPart {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** Which of so many documents, in their order, are in a part. */
export function rangeOfPart(
  { index, of }: DocumentsPart,
  documents: number,
): { readonly start: number; readonly end: number } {
  return { start: Math.floor((documents * (index - 1)) / of), end: Math.floor((documents * index) / of) };
}

/**
 * All that a store keeps of documents and of people's decisions, at one moment, each record once and in order of its identifier: what
 * another store is made of without linking or summing up anything again. Who may read over the network isn't among it.
 */
export interface WholeStore {
  documents(part: DocumentsPart): Iterable<WrittenDocument>;
  entities(): Iterable<{
    readonly id: string;
    readonly tally: EntityTally;
    readonly givenName: string | null;
    readonly weights: TieWeights;
  }>;
  /** With the spellings of their titles, as `RelationTally` writes them. */
  relations(): Iterable<{ readonly record: RelationRecord; readonly titles: string | null }>;
  /** Those that Neo4j keeps: of entities of more relations than `fewRelations`. */
  tieRankings(): Iterable<TieRanking>;
  identities(): Iterable<
    LinkedIdentity & { readonly spellings: readonly Spelling[]; readonly keys: readonly string[] }
  >;
  /** All keys under which identities are kept. */
  nameKeys(): Iterable<string>;
  matches(): Iterable<StoredMatch>;
  ledger(): Iterable<{ readonly entry: LedgerEntry; readonly subjects: readonly string[] }>;
  retracted(): Iterable<Retracted>;
  /** What is kept of documents that people deleted. */
  deletedDocuments(): Iterable<GraphBatch>;
  close(): void;
}
