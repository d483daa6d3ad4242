import type { EntityKind, MentionKind, Modality, RelationType, StatementMode } from './ontology.js';
import type { PartialDate } from './partial-date.js';

/**
 * The graph of one document, as `extract` prints it: plain JSON.
 *
 * `start` and `end` count UTF-16 code units of the text as received, so that `text.slice(start, end)`
 * is the quotation.
 */
export interface DocumentGraph {
  readonly document: ExtractedDocument;
  readonly entities: readonly ExtractedEntity[];
  readonly relations: readonly ExtractedRelation[];
  readonly statements: readonly ExtractedStatement[];
}

/** Where an archive keeps a document. Soviet archives count fond, opis, papka, delo, listy. */
export interface ArchivalReference {
  readonly archive?: string;
  readonly fond?: string;
  readonly opis?: string;
  readonly papka?: string;
  readonly delo?: string;
  readonly listy?: string;
}

/** The published volume that a document was read in, as its title page tells. What that doesn't tell is left out. */
export interface PublishedVolume {
  readonly title: string;
  /** Those of the volume, then those of the series. */
  readonly editors: readonly string[];
  readonly seriesEditors: readonly string[];
  readonly publisher?: string;
  readonly place?: string;
  readonly year?: string;
  readonly isbn?: string;
  /** Of the document in the volume: "64". */
  readonly number?: string;
  /** Where its pages begin, in UTF-16 code units of the text as received, by their numbers. */
  readonly pages: readonly { readonly n: string; readonly at: number }[];
}

export interface ExtractedDocument {
  readonly id: string;
  readonly title: string;
  readonly date: PartialDate | null;
  /** Identifiers of the PERSON entities who wrote it. */
  readonly authors: readonly string[];
  readonly archivalReference: ArchivalReference | null;
  readonly publishedIn: PublishedVolume | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly translator: string | null;
  readonly originalLanguage: string | null;
  readonly summary: string | null;
  /** Name of the source format that read it, as in `ingest/sources`. */
  readonly format: string;
  /** SHA-256, in hexadecimal, of the text as received. */
  readonly contentHash: string;
  readonly coverage: Coverage;
  /** The text as received; present in storage, printed by `extract` with `--with-text`. */
  readonly text?: string;
}

/** How much of a document gave something; nothing is left out silently. */
export interface Coverage {
  /** Sentences of the body. */
  readonly sentences: number;
  /** Those with at least one mention, relation or statement. */
  readonly sentencesWithFindings: number;
  /** Passages that were not read, each with the reason. */
  readonly skipped: readonly SkippedPassage[];
  /** Only where a language model was asked too. */
  readonly model?: ModelReading;
}

/** What a language model proposed for a document, and what of it the text bore out. */
export interface ModelReading {
  /** "llm:" and the model's name. */
  readonly extractor: string;
  /** The parts that the text was cut into, and those for which a usable answer came. */
  readonly parts: number;
  readonly partsRead: number;
  /** Requests to the server, repetitions included. */
  readonly requests: number;
  /** As the server counts them; where it doesn't, a quarter of the characters. */
  readonly tokens: number;
  /** Entities, relations and statements; each was kept, known already, or dropped. */
  readonly proposed: number;
  readonly kept: number;
  readonly known: number;
  /** How many for which reason. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Addressees and subjects taken off statements that were kept, since the text doesn't name them. */
  readonly referencesDropped: number;
  /** Why parts were not read. */
  readonly failure?: string;
}

export interface SkippedPassage {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  /** How long it is, only where it is no part of the text: a footnote, whose mark stood at `start`. */
  readonly characters?: number;
}

/** In UTF-16 code units. */
export function lengthOfPassage({ start, end, characters }: SkippedPassage): number {
  return characters ?? end - start;
}

export interface ExtractedEntity {
  readonly id: string;
  readonly type: EntityKind;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description?: string;
  /** Identifier of the authority record that the entity is linked to. */
  readonly authority?: string;
  /** Identifiers of the records that the name could stand for, where nothing tells which; then there is no `authority`. */
  readonly candidates?: readonly string[];
  /** PLACE only: WGS 84 latitude and longitude in degrees, as `parseCoordinates` reads them. */
  readonly coordinates?: string;
  /** EVENT only: its day, month or year, or its first one. */
  readonly date?: PartialDate;
  /** EVENT only: the last day of a range. */
  readonly endDate?: PartialDate;
  /** EVENT only: ISO 8601, "PT1H15M". */
  readonly duration?: string;
  readonly mentions: readonly ExtractedMention[];
}

export interface ExtractedMention {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: MentionKind;
}

export interface ExtractedRelation {
  readonly type: RelationType;
  readonly source: string;
  /** An entity of the document; for AUTHORED the document itself. */
  readonly target: string;
  readonly title?: string;
  readonly modality: Modality;
  /** The earliest date of its passages. */
  readonly date?: PartialDate;
  readonly evidence: readonly ExtractedEvidence[];
}

export interface ExtractedEvidence {
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** When what it tells happened, where the text says so. */
  readonly date?: PartialDate;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** "llm:" and the model's name; absent for the rules. */
  readonly extractor?: string;
}

export interface ExtractedStatement {
  readonly speaker: string;
  readonly mode: StatementMode;
  readonly addressees: readonly string[];
  readonly about: readonly string[];
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The day of the entry or the event in which it was said. */
  readonly date?: PartialDate;
  /** Who told the author, nearest first, where the author did not hear it himself. */
  readonly reportedBy?: readonly string[];
  readonly rule: string;
  readonly confidence: number;
  /** As for evidence. */
  readonly extractor?: string;
}
