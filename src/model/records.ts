import type { ArchivalReference, Coverage, PublishedVolume } from './document-graph.js';
import type { EntityKind, MentionKind, Modality, RelationType, StatementMode } from './ontology.js';
import type { PartialDate } from './partial-date.js';

/**
 * What a store keeps and gives back. Every record is immutable and has an `id`; dates are partial dates;
 * `start` and `end` count UTF-16 code units of the document's text as received.
 */

export interface EntityRecord {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Every other surface form, in code-point order. */
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly authority: string | null;
  /** Records that its name could stand for, where nothing tells which; in code-point order. */
  readonly candidates: readonly string[];
  /** PLACE only: WGS 84 latitude and longitude in degrees, as `parseCoordinates` reads them. */
  readonly coordinates: string | null;
  /** Mentions over all documents. */
  readonly mentionCount: number;
  /** Dates of the first and the last document that mention it. */
  readonly firstDate: PartialDate | null;
  readonly lastDate: PartialDate | null;
  /** EVENT only. */
  readonly date: PartialDate | null;
  readonly endDate: PartialDate | null;
  readonly duration: string | null;
}

export interface RelationRecord {
  readonly id: string;
  readonly type: RelationType;
  readonly source: string;
  /** An entity; for AUTHORED a document. */
  readonly target: string;
  readonly title: string | null;
  readonly modality: Modality;
  /** Earliest date of its evidence. */
  readonly date: PartialDate | null;
  /** Number of its pieces of evidence. */
  readonly weight: number;
}

export interface StatementRecord {
  readonly id: string;
  readonly document: string;
  readonly speaker: string;
  readonly mode: StatementMode;
  readonly addressees: readonly string[];
  readonly about: readonly string[];
  readonly reportedBy: readonly string[];
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly date: PartialDate | null;
}

/** A passage that supports one claim: a relation or a statement. */
export interface EvidenceRecord {
  readonly id: string;
  /** Identifier of the relation or the statement. */
  readonly claim: string;
  readonly document: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** When what it tells happened; else the date of the entry or the document. */
  readonly date: PartialDate | null;
  /** "rules", or "llm:" and the model's name. */
  readonly extractor: string;
  readonly rule: string;
  readonly confidence: number;
}

export interface MentionRecord {
  readonly id: string;
  readonly entity: string;
  readonly document: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: MentionKind;
}

/** A document without its text, which is read apart: it can be large. */
export interface DocumentRecord {
  readonly id: string;
  readonly title: string;
  readonly date: PartialDate | null;
  readonly authors: readonly string[];
  readonly archivalReference: ArchivalReference | null;
  readonly publishedIn: PublishedVolume | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly translator: string | null;
  readonly originalLanguage: string | null;
  readonly summary: string | null;
  readonly format: string;
  readonly contentHash: string;
  readonly coverage: Coverage;
  /** Length of the text in UTF-16 code units. */
  readonly textLength: number;
}

/** What one document says of one entity; an `EntityRecord` is the sum of these. */
export interface EntityContribution {
  readonly entity: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly authority: string | null;
  readonly candidates: readonly string[];
  readonly coordinates: string | null;
  readonly date: PartialDate | null;
  readonly endDate: PartialDate | null;
  readonly duration: string | null;
  readonly mentionCount: number;
}

/** Two identities whose names are alike, and what came of it. */
export interface MatchRecord {
  /** "match:person:a/person:b", the smaller identifier first. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly left: string;
  readonly right: string;
  readonly leftName: string;
  readonly rightName: string;
  /** What the names say; `POSSIBLE` where one leaves out what would tell. */
  readonly verdict: 'SAME' | 'POSSIBLE';
  /** 0 to 1. */
  readonly score: number;
  /** Why the names are alike. */
  readonly reason: string;
  readonly state: MatchState;
}

export type MatchState = (typeof matchStates)[number];
/** Waiting for a person, linked by name, or decided by a person. */
export const matchStates = ['OPEN', 'LINKED', 'DECIDED'] as const;

/**
 * Everything that one document puts into a store, identified; what `resolve` makes. Its entities are identities:
 * the store links them to those of other documents.
 */
export interface GraphBatch {
  readonly document: DocumentRecord;
  readonly text: string;
  /** Changes whenever the document or what reads it changes; an equal one makes `putDocument` a no-op. */
  readonly fingerprint: string;
  /** One for each entity, in code-point order of `entity`. */
  readonly entities: readonly EntityContribution[];
  readonly relations: readonly Omit<RelationRecord, 'date' | 'weight'>[];
  readonly statements: readonly StatementRecord[];
  readonly evidence: readonly EvidenceRecord[];
  readonly mentions: readonly MentionRecord[];
}

export type NodeRecord =
  | { readonly type: 'entity'; readonly record: EntityRecord }
  | { readonly type: 'relation'; readonly record: RelationRecord }
  | { readonly type: 'statement'; readonly record: StatementRecord }
  | { readonly type: 'evidence'; readonly record: EvidenceRecord }
  | { readonly type: 'mention'; readonly record: MentionRecord }
  | { readonly type: 'document'; readonly record: DocumentRecord };
