import type { EntityKind } from '../model/ontology.js';
import type { DocumentRecord, EntityRecord } from '../model/records.js';
import type { TextRange } from '../search/text-parts.js';

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

  /** Documents by what was typed of a title so far; by date, undated last. @param limit - 1 to 100. */
  suggestDocuments(typed: string, limit: number): Promise<readonly DocumentSuggestion[]>;
}

export interface EntitySuggestion {
  readonly entity: EntityRecord;
  /** The name or alias that matched. */
  readonly matched: string;
  /** Where in it the words typed stand. */
  readonly ranges: readonly TextRange[];
}

export interface DocumentSuggestion {
  readonly document: DocumentRecord;
  /** Where in its title. */
  readonly ranges: readonly TextRange[];
}
