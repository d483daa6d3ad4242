import type { EntityKind, RelationType } from '../model/ontology.js';
import type { PartialDate } from '../model/partial-date.js';
import type { PatternStep } from '../model/pattern.js';
import type { EntityRecord, RelationRecord } from '../model/records.js';
import type { Tie } from '../model/sort-key.js';
import type { GraphPath, TraversalFilter } from './graph-walks.js';
import type { PageWindow } from './page-from-rows.js';
import type { ShownRelations } from './shown-relations.js';

/**
 * What a back end gives for walking its graph; `neighbourhood`, `shortestPath` and `network` are written over
 * it once, so that both back ends walk alike. Each method is one round trip, however many identifiers it is given.
 *
 * `kinds` of the filter hold for every entity answered but `always`, all else of it for every relation looked at. AUTHORED, whose target is a document, is no hop.
 */
export interface TraversalReader {
  /** In the order asked; `null` for unknown ones. */
  entities(ids: readonly string[]): Promise<readonly (EntityRecord | null)[]>;

  /** Those that are identifiers of no entity, in no particular order. */
  unknown(ids: readonly string[]): Promise<readonly string[]>;

  /**
   * Every entity of the filter's kinds that a relation joins to one of `ids`, once; members of `ids` may be among them.
   * In no particular order.
   */
  neighbours(ids: readonly string[], filter: TraversalFilter): Promise<readonly EntityMet[]>;

  /**
   * `GraphWalks.shortestPath` by a search of the store's own, where that is quicker; its ends are two, and may be unknown.
   *
   * @returns `null` where none is short enough; `undefined` where the store leaves it to what is written over this reader.
   */
  firstShortestPath?(question: PathQuestion): Promise<GraphPath | null | undefined>;

  /**
   * For each of `ids`, the entities that relations join to it most strongly: heaviest first, then in id order; itself
   * is none of them.
   *
   * @param take - Most rows for each of `ids`.
   * @param beyond - Only what comes behind this one in that order.
   */
  strongestTies(
    ids: readonly string[],
    filter: TraversalFilter,
    take: number,
    beyond: Tie | null,
  ): Promise<readonly StrongTie[]>;

  /**
   * Each relation of one of `ids`, with its other end; none to itself. In no particular order.
   *
   * @param always - Entities that may be answered whatever their kind.
   * @param limit - Most rows: what comes beyond is cut off.
   */
  ties(
    ids: readonly string[],
    filter: TraversalFilter,
    always: readonly string[],
    limit: number,
  ): Promise<readonly EntityLink[]>;

  /**
   * Each relation that a step of a pattern may take, with its ends as the step walks them; none to itself. In no
   * particular order.
   *
   * @param ids - Where the step begins; `null` for anywhere.
   * @param limit - Most rows: what comes beyond is cut off.
   */
  steps(ids: readonly string[] | null, step: ReadStep, limit: number): Promise<readonly EntityLink[]>;

  /** How many relations of each type there are in the store; types without any may be left out. */
  relationCounts(): Promise<readonly { readonly type: RelationType; readonly count: number }[]>;

  /** How many relations to others each of `ids` has, whatever the kind of those; those without any are left out. */
  degrees(ids: readonly string[], filter: TraversalFilter): Promise<readonly EntityDegree[]>;

  /** The pairs of an entity of `from` and one of `to` that a relation joins, in either direction; ignores `kinds`. */
  links(from: readonly string[], to: readonly string[], filter: TraversalFilter): Promise<readonly EntityPair[]>;

  /**
   * Relations with both ends among `ids`, in id order; ignores `kinds`.
   *
   * @param window - Only those nearest to a place in that order; all where left out.
   */
  relationsAmong(
    ids: readonly string[],
    filter: TraversalFilter,
    window?: PageWindow,
  ): Promise<readonly RelationRecord[]>;

  /**
   * `shownRelations` by a way of the store's own, where that reads less.
   *
   * @returns `undefined` where the store leaves it to what is written over this reader.
   */
  strongestRelationsAmong?(
    ids: readonly string[],
    filter: TraversalFilter,
    limit: number,
  ): Promise<ShownRelations | undefined>;

  /**
   * The dates of the passages of some relations, each once for a relation; in no particular order.
   *
   * @param filter - Of the passages; dates themselves are not filtered.
   * @param limit - Most rows: what comes beyond is cut off.
   */
  evidenceDates(
    relations: readonly string[],
    filter: Pick<TraversalFilter, 'minConfidence' | 'toldBy'>,
    limit: number,
  ): Promise<readonly { readonly relation: string; readonly date: PartialDate | null }[]>;

  /** The entities outside `ids` that relations join to at least `atLeast` of them, in no particular order. */
  sharedNeighbours(ids: readonly string[], filter: TraversalFilter, atLeast: number): Promise<readonly SharedTie[]>;

  relations(ids: readonly string[]): Promise<readonly (RelationRecord | null)[]>;

  /** `strongest` of `strongest.ts`, by a look at every relation. */
  strongest(filter: TraversalFilter, limit: number): Promise<readonly WeightedEntity[]>;

  /**
   * The same where a filter asks for kinds alone, among the entities that head the ranking of their kind by the weight of all
   * their relations; read off an index.
   *
   * @param kinds - All where left out.
   * @param take - Entities of each kind that are looked at.
   */
  strongestHeads(
    kinds: readonly EntityKind[] | undefined,
    take: number,
    limit: number,
  ): Promise<{
    readonly found: readonly WeightedEntity[];
    /** Most that all relations of an entity weigh that wasn't looked at; 0 where all were. */
    readonly unseen: number;
  }>;
}

/** What `GraphWalks.shortestPath` is asked. */
export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** 1 to 6. */
  readonly maxHops: number;
  readonly filter: TraversalFilter;
}

/** A step, and what may stand at its ends. */
export interface ReadStep extends Pick<PatternStep, 'types' | 'direction'> {
  readonly filter: Omit<TraversalFilter, 'types' | 'kinds'>;
  /** Kinds where it begins, and where it ends. */
  readonly kinds: readonly EntityKind[];
  readonly otherKinds: readonly EntityKind[];
}

export interface WeightedEntity {
  readonly id: string;
  readonly weight: number;
}

export interface EntityMet {
  readonly id: string;
  /** The first place in the list asked for of an entity that it is joined to. */
  readonly via: number;
}

export interface StrongTie {
  readonly from: string;
  readonly to: string;
  /** Sum of the weights of the relations that join the two. */
  readonly weight: number;
  /** How many neighbours there are behind `beyond`, and how many relations to them. */
  readonly neighbours: number;
  readonly allRelations: number;
}

export interface SharedTie extends WeightedEntity {
  /** How many of the entities asked for it is tied to. */
  readonly tiedTo: number;
}

export interface EntityDegree {
  readonly id: string;
  readonly degree: number;
}

export interface EntityPair {
  readonly from: string;
  readonly to: string;
}

export interface EntityLink extends EntityPair {
  readonly relation: string;
}
