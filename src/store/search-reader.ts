import type { EntityKind } from '../model/ontology.js';
import type { DocumentRecord, EntityRecord } from '../model/records.js';
import type { TokenQuery } from './token-query.js';

/** What searching asks of a back end. All of one reader is of one moment. */
export interface SearchReader {
  /** Entities by the tokens of their names (`searchTokens`), most mentioned first, then by identifier. */
  entities(tokens: TokenQuery, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly EntityRecord[]>;

  /** Documents by the tokens of their titles (`titleTokens`); by date, undated last. */
  titled(tokens: TokenQuery, limit: number): Promise<readonly DocumentRecord[]>;
}
