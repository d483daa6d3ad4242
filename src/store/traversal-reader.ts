import type { EntityRecord, RelationRecord } from '../model/records.js';
import type { TraversalFilter } from './graph-store.js';

/**
 * What a back end gives for walking its graph; `neighbourhood`, `shortestPath` and `network` are written over
 * it once, so that both back ends walk alike. Each method is one round trip, however many identifiers it is given.
 *
 * `types` and `modality` of the filter hold for every relation looked at, and `kinds` for every entity answered
 * but `always`. AUTHORED, whose target is a document, is no hop.
 */
export interface TraversalReader {
  /** In the order asked; `null` for unknown ones. */
  entities(ids: readonly string[]): Promise<readonly (EntityRecord | null)[]>;

  /**
   * Every entity that a relation joins to one of `ids`, once, with the sum of those relations' weights; members of
   * `ids` may be among them. In no particular order.
   *
   * @param always - Entities that may be answered whatever their kind.
   */
  neighbours(
    ids: readonly string[],
    filter: TraversalFilter,
    always: readonly string[],
  ): Promise<readonly WeightedEntity[]>;

  /** The pairs of an entity of `from` and one of `to` that a relation joins, in either direction; each pair once. */
  links(from: readonly string[], to: readonly string[], filter: TraversalFilter): Promise<readonly EntityLink[]>;

  /** Relations with both ends among `ids`, in id order; ignores `kinds`. */
  relationsAmong(ids: readonly string[], filter: TraversalFilter): Promise<readonly RelationRecord[]>;

  relations(ids: readonly string[]): Promise<readonly (RelationRecord | null)[]>;

  /**
   * The entities with the greatest weighted degree, greatest first, then in id order: the sum of the weights of the
   * relations that the filter lets through, both of whose ends are of its kinds. A loop counts once.
   */
  strongest(filter: TraversalFilter, limit: number): Promise<readonly WeightedEntity[]>;
}

export interface WeightedEntity {
  readonly id: string;
  readonly weight: number;
}

export interface EntityLink {
  readonly from: string;
  readonly to: string;
  /** Of the relations that join the two, the one whose id comes first. */
  readonly relation: string;
}
