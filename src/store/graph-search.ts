import type { EntityKind, RelationType, StatementMode } from '../model/ontology.js';
import type { PartialDate } from '../model/partial-date.js';
import type { DocumentRecord, EntityRecord } from '../model/records.js';
import type { PassageTerm } from '../search/passage-terms.js';
import type { TextRange } from '../search/text-parts.js';
import type { DocumentFilter, Page, PageRequest } from './graph-store.js';

/** What is found by its words. Part of `GraphStore`; whatever one back end finds, the other finds in the same order. */
export interface GraphSearch {
  /**
   * Entities by what was typed of a name so far: any words of a name or alias, the last by its beginning; most
   * mentioned first. Where they are fewer than asked for, those follow that sound like it, then those that have most
   * of its letters.
   *
   * @param limit - 1 to 100.
   */
  suggestEntities(
    typed: string,
    kinds: readonly EntityKind[] | null,
    limit: number,
  ): Promise<readonly EntitySuggestion[]>;

  /**
   * By kind, the entities that `suggestEntities` finds for this limit without looking any further, most first: all that
   * it would give of each kind, and more where it goes on to names that are merely like it.
   */
  suggestedKinds(typed: string, limit: number): Promise<SuggestedKinds>;

  /** Documents by what was typed of a title so far; by date, undated last. @param limit - 1 to 100. */
  suggestDocuments(typed: string, limit: number): Promise<readonly DocumentSuggestion[]>;

  /**
   * The passages that claims rest on, by their words: those with all of them first, then those that miss one, and so on to
   * one in three (`mostMissing`); among them best first, then by date, undated last, then by place. What a
   * passage scores follows from its words and the query alone (`src/search/rank-passage.ts`), so that a cursor keeps its
   * place while documents come and go; a word or name that a document brings to the store may add hits.
   *
   * No more than `mostPassages` claims are ranked for a page, those with all words before others, then the earliest: past
   * that number `isCut` says so.
   *
   * @throws {BadArgumentError} for a query that asks for nothing or too much, as `parsePassageQuery` reads it.
   */
  searchPassages(question: PassageQuestion, page: PageRequest): Promise<PassagePage>;

  /** All hits of a question counted, whatever page is read. @throws {BadArgumentError} as `searchPassages` does. */
  passageFacets(question: PassageQuestion): Promise<PassageFacets>;

  /**
   * Documents by the words of their titles, archival references and texts: those with the words in their titles first,
   * then those that say most of them for their length, then by date, undated last. Cursors hold as those of passages do.
   *
   * No more than `mostDocuments` are ranked, the earliest: past that number `isCut` says so.
   *
   * @throws {BadArgumentError} as `searchPassages` does.
   */
  searchDocuments(query: string, filter: DocumentFilter, page: PageRequest): Promise<DocumentHitPage>;
}

export interface DocumentHit {
  readonly document: DocumentRecord;
  /** 0 to 1, in millionths. */
  readonly score: number;
  readonly titleRanges: readonly TextRange[];
  /** Where in the text the words asked for stand, in order: the first hundred. */
  readonly highlights: readonly TextRange[];
  /** The narrowest stretch of the text that holds all of them that it has; empty where it has none. */
  readonly focus: TextRange;
}

export interface DocumentHitPage extends Page<DocumentHit> {
  readonly terms: readonly PassageTerm[];
  readonly isCut: boolean;
}

/** Documents that one question ranks: each is read whole. */
export const mostDocuments = 500;

/** Claims that one question ranks. */
export const mostPassages = 10_000;

export type PassageClaim = 'STATEMENT' | 'RELATION';

/** All conditions hold together, of one claim. */
export interface PassageFilter {
  readonly claims?: readonly PassageClaim[] | undefined;
  /** Ways of saying, and types of relations: with one of them alone, only statements or only relations are found. */
  readonly modes?: readonly StatementMode[] | undefined;
  readonly types?: readonly RelationType[] | undefined;
  readonly document?: string | undefined;
  /** An entity that takes part: says, is told, is spoken of, reports; or is at either end. */
  readonly entity?: string | undefined;
  /** Of one of these kinds is an entity that takes part. */
  readonly kinds?: readonly EntityKind[] | undefined;
  /** Of what is told; inclusive, as for statements. Undated claims don't match. */
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}

export interface PassageQuestion {
  /** As `parsePassageQuery` reads it. */
  readonly query: string;
  /** No more of its terms than these may be missing; 0 lets none. */
  readonly mostMissing?: number | undefined;
  readonly filter: PassageFilter;
}

/** Words of a document that claims rest on. */
export interface PassageHit {
  /**
   * Identifiers of the claims that rest on these words, or on most of them, and pass the filter: statements first. Never
   * empty, and none twice.
   */
  readonly claims: readonly string[];
  readonly document: string;
  /** Of the first of the claims. */
  readonly date: PartialDate | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Terms of the query that are not there. */
  readonly missing: readonly PassageTerm[];
  /** 0 to 1, in millionths. */
  readonly score: number;
  /** Where in the quote the words asked for stand, in order. */
  readonly highlights: readonly TextRange[];
  /** The narrowest stretch of the quote that holds all of them. */
  readonly focus: TextRange;
}

export interface PassagePage extends Page<PassageHit> {
  /** What the query was taken for. */
  readonly terms: readonly PassageTerm[];
  readonly isCut: boolean;
}

export interface Count<T> {
  readonly value: T;
  readonly count: number;
}

/** Most hits first, then by value; each hit counts once for a value. All values are there. */
export interface PassageFacets {
  /** Hits altogether. */
  readonly passages: number;
  readonly isCut: boolean;
  /** By how many terms are missing, none first. */
  readonly missing: readonly Count<number>[];
  readonly claims: readonly Count<PassageClaim>[];
  readonly modes: readonly Count<StatementMode>[];
  readonly types: readonly Count<RelationType>[];
  /** Kinds of the entities that take part. */
  readonly kinds: readonly Count<EntityKind>[];
  /** In their order, `null` last: what is known of a day no nearer than by its month or year counts for that. */
  readonly months: readonly Count<PartialDate | null>[];
  readonly documents: readonly Count<string>[];
  readonly entities: readonly Count<string>[];
}

export interface EntitySuggestion {
  readonly entity: EntityRecord;
  /** The name or alias that matched. */
  readonly matched: string;
  /** Where in it the words typed stand. */
  readonly ranges: readonly TextRange[];
}

export interface SuggestedKinds {
  readonly kinds: readonly Count<EntityKind>[];
  /** Whether there may be more than are looked at: `mostSuggested`, the most mentioned. */
  readonly isCut: boolean;
}

/** Entities that are counted for what was typed. */
export const mostSuggested = 1_000;

export interface DocumentSuggestion {
  readonly document: DocumentRecord;
  /** Where in its title. */
  readonly ranges: readonly TextRange[];
}
