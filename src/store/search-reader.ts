import type { EntityKind, RelationType, StatementMode } from '../model/ontology.js';
import type { PartialDate } from '../model/partial-date.js';
import type { DocumentRecord, EntityRecord } from '../model/records.js';
import type { PassageFilter } from './graph-search.js';
import type { DocumentFilter } from './graph-store.js';
import type { TokenQuery } from './token-query.js';
import type { TermIndex } from './understand-query.js';

/** What searching asks of a back end. All of one reader is of one moment. */
export interface SearchReader {
  /** Entities by the tokens of their names (`searchTokens`), most mentioned first, then by identifier. */
  entities(tokens: TokenQuery, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly EntityRecord[]>;

  /** Documents by the tokens of their titles (`documentTokens`); by date, undated last. */
  titled(tokens: TokenQuery, limit: number): Promise<readonly DocumentRecord[]>;

  /**
   * How many entities, passages or documents have each of these tokens; those that nothing has are left out.
   *
   * @param index - `names` of entities, or an index of terms.
   * @param most - Counted no further.
   */
  tokenCounts(
    index: TermIndex['name'] | 'names',
    tokens: readonly string[],
    most: number,
  ): Promise<ReadonlyMap<string, number>>;

  /**
   * Tokens for the words of an index that a word may be misspelled for, in the language of `TokenQuery` or of the index
   * itself; whether a word is one of them is for `isMisspelling` to say.
   */
  misspelled(index: TermIndex, stem: string): Promise<readonly string[]>;

  /** Documents with their texts by their tokens (`documentTokens`), in the order of their sort keys. */
  documents(
    tokens: TokenQuery,
    filter: DocumentFilter,
    limit: number,
  ): Promise<readonly { readonly document: DocumentRecord; readonly text: string }[]>;

  /**
   * Passages by their tokens (`passageToken`), in the order of their sort keys.
   *
   * @param named - Entities of which each passage says whether they are there.
   */
  passages(
    tokens: TokenQuery,
    filter: PassageFilter,
    named: readonly string[],
    limit: number,
  ): Promise<readonly PassageRow[]>;
}

/** A passage that a claim rests on. */
export interface PassageRow {
  readonly claim: string;
  /** Of a statement. */
  readonly mode: StatementMode | null;
  /** Of a relation. */
  readonly type: RelationType | null;
  readonly document: string;
  readonly date: PartialDate | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Identifiers of all who take part in the claim, and of the document that somebody authored; some twice. */
  readonly parties: readonly string[];
  /** Of the entities that were asked about: those that take part, or are mentioned in the passage. */
  readonly named: readonly string[];
}
