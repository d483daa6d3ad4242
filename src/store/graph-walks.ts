import type { EntityKind, Modality, RelationType } from '../model/ontology.js';
import type { PartialDate } from '../model/partial-date.js';
import type { Pattern } from '../model/pattern.js';
import type { EntityRecord, RelationRecord } from '../model/records.js';
import type { Page, PageRequest, Subgraph } from './graph-store.js';
import type { Occasions } from './occasions.js';

/**
 * The part of the contract that walks from entity to entity. Each walk is written once over `TraversalReader`, in a
 * number of round trips that depends on how far it goes, not on how much it meets; each says what it left out, and
 * refuses with a BadArgumentError what would read more than `maxTiesRead` of `walk-limits.ts`.
 */
export interface GraphWalks {
  /**
   * The entities within `depth` hops of one or more centres, and the relations between them.
   *
   * Hop by hop; of those found on one hop, the ones tied most strongly to the hop before (sum of weights) come
   * first, then in id order, until `limit` is reached. Of an entity with more than `breadth` neighbours only the
   * strongest are gone to; on hops of more than `maxTiesRead / breadth` entities, fewer. Relations are those of `shownRelations`.
   * `thinned` tells where neighbours or their ties are left out.
   *
   * @throws {UnknownEntityError} when the store lacks one of the centres.
   */
  neighbourhood(question: NeighbourhoodQuestion): Promise<Subgraph>;

  /**
   * Finds one shortest path between two entities, walking relations in either direction.
   *
   * Among equally short paths the one whose entity ids come first in code-point order is returned, and of
   * parallel relations the one whose id comes first, so that every back end gives the same answer.
   *
   * @param maxHops - Longest path to look for, in hops (relations), 1 to 6.
   * @returns The path, with `entities.length === relations.length + 1`; one entity and no relation
   *   when the two ids are equal; `null` when none is short enough.
   * @throws {UnknownEntityError} when the store has no entity with one of the ids.
   * @see I. Pohl, "Bi-directional search", Machine Intelligence 6 (1971), pp. 127–140.
   */
  shortestPath(from: string, to: string, maxHops: number, filter: TraversalFilter): Promise<GraphPath | null>;

  /**
   * Loopless paths between two entities, walking relations in either direction: shortest first, then in code-point
   * order of their entities; of parallel relations each hop has the one whose id comes first.
   *
   * @returns One path of one entity where the two ids are equal.
   * @throws {UnknownEntityError} when the store has no entity with one of the ids.
   * @throws {BadArgumentError} when the first path already is too much to look for.
   * @see R. E. Korf, "Depth-first iterative-deepening: an optimal admissible tree search", Artificial Intelligence
   *   27 (1985), pp. 97–109; the order is that of J. Y. Yen, "Finding the K shortest loopless paths in a network",
   *   Management Science 17 (1971), pp. 712–716; read from both ends after Pohl, as `shortestPath` is.
   */
  paths(question: PathsQuestion): Promise<FoundPaths>;

  /**
   * The relations with both ends among `entities`, in id order. `kinds` of the filter is ignored.
   *
   * @param entities - 2 to 500 identifiers, each once.
   * @throws {UnknownEntityError} when the store lacks one of them.
   */
  relationsBetween(
    entities: readonly string[],
    filter: TraversalFilter,
    page: PageRequest,
  ): Promise<Page<RelationRecord>>;

  /**
   * The entities tied to several of those asked for: to most of them first, then those whose ties weigh most.
   *
   * @throws {UnknownEntityError} when the store lacks one of them.
   * @throws {BadArgumentError} when they have more than `maxTiesRead` relations together.
   */
  sharedNeighbours(question: SharedNeighboursQuestion, page: PageRequest): Promise<Page<SharedNeighbour>>;

  /**
   * Who was with whom: that one MET_WITH the other, or both PARTICIPATED_IN one event; most often together first, then
   * in id order. Occasions are counted by `countOccasions`.
   *
   * @throws {UnknownEntityError} when the store lacks one of the entities.
   * @throws {BadArgumentError} when they and their events have more than `maxTiesRead` such relations.
   */
  coPresence(question: CoPresenceQuestion, page: PageRequest): Promise<Page<CoPresence>>;

  /**
   * What stands in a pattern of typed steps, in code-point order of its entities by place. A chain meets nobody twice,
   * but for an entity that the pattern names at both places.
   *
   * Read from the place that holds fewest, at each step the narrower end first; the order of the answer doesn't show it.
   *
   * @throws {UnknownEntityError} when the store lacks an entity that the pattern names.
   * @throws {BadArgumentError} when the ontology leaves no room for the pattern (`settlePattern`), or when its steps
   *   have more than `maxTiesRead` relations, from whichever end they are read.
   */
  pattern(question: PatternQuestion, page: PageRequest): Promise<Page<PatternChain>>;

  /**
   * The entities with the greatest weighted degree under the filter, and the relations between them.
   *
   * @param limit - Most entities to return: 1 to 10,000.
   * @param edgeLimit - Most relations, as `shownRelations` takes them; all where left out.
   */
  network(filter: TraversalFilter, limit: number, edgeLimit?: number): Promise<Subgraph>;
}

/** A relation passes where one piece of its evidence passes all that is set together. */
export interface EvidenceFilter {
  /** 0 to 1. */
  readonly minConfidence?: number | undefined;
  /** Inclusive; a partial date counts from its first day (`from`) and to its last (`to`). Undated passages don't match. */
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
  /** Passages of documents dated up to here, counted to its last day; those of undated documents don't match. */
  readonly toldBy?: PartialDate | undefined;
}

export interface TraversalFilter extends EvidenceFilter {
  readonly types?: readonly RelationType[] | undefined;
  /** Kinds of the entities that may be walked through or to; the ends asked for always may. */
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly modality?: readonly Modality[] | undefined;
}

/** Whether a filter asks for nothing but the kinds of entities: all relations pass. */
export function isOfKindsAlone({ kinds: _, ...ofRelations }: TraversalFilter): boolean {
  return Object.values(ofRelations).every((asked) => asked === undefined);
}

export interface NeighbourhoodQuestion {
  /** One or more, each once. */
  readonly centers: readonly string[];
  /** 1 to 4 hops. */
  readonly depth: number;
  readonly filter: TraversalFilter;
  /** Most entities to return, the centres included: their number to 2,000. */
  readonly limit: number;
  /** Most neighbours that are gone to from one entity: 1 to 1,000. */
  readonly breadth: number;
  /** Most relations to return, as `shownRelations` takes them; all where left out. */
  readonly edgeLimit?: number | undefined;
  /** For one centre: only its neighbours behind this key of `sortKeys.tie` are met on the first hop. */
  readonly after?: string | undefined;
}

export interface ThinnedEntity {
  readonly id: string;
  /** How many the filter gives it; behind `after`, where the walk began there. */
  readonly neighbours: number;
  /** How many of these no relation of the answer joins to it. */
  readonly neighboursLeftOut: number;
  /** Its relations to those. */
  readonly relationsLeftOut: number;
  /** Key of `sortKeys.tie` up to which all its neighbours are there, strongest first; `null` where the first lacks. */
  readonly after: string | null;
}

export interface PathsQuestion {
  readonly from: string;
  readonly to: string;
  /** Hops of the longest path to look for: 1 to 6. */
  readonly maxHops: number;
  readonly filter: TraversalFilter;
  readonly which: PathSelection;
  /** Entities that no path may go through; the ends always may be there. */
  readonly avoid: readonly string[];
  /** No path goes through an entity with more relations than this under the filter. */
  readonly avoidHubsAbove?: number | undefined;
  /** Most paths: 1 to 20. */
  readonly first: number;
  /** Key of `sortKeys.path`: only paths behind it. */
  readonly after?: string | undefined;
}

/** Only the shortest, in the order of the contract, or longer ones too. */
export type PathSelection = 'ALL_SHORTEST' | 'K_SHORTEST';

export interface FoundPaths {
  readonly paths: readonly GraphPath[];
  /** Whether there are or may be more. */
  readonly truncated: boolean;
  /** Key of `sortKeys.path` to go on behind; `null` where these are all, or more would be too much to look for. */
  readonly after: string | null;
  /** The length in hops up to which all was looked at; less than asked where it was enough, or more was too much. */
  readonly searchedHops: number;
  /** Entities met that `avoidHubsAbove` kept out. */
  readonly hubsAvoided: number;
}

export interface SharedNeighboursQuestion {
  /** 2 to 20, each once; none of them is an answer. */
  readonly entities: readonly string[];
  /** To how many of them an answer is tied: 2 to their number. */
  readonly atLeast: number;
  readonly filter: TraversalFilter;
}

export interface SharedNeighbour {
  readonly entity: EntityRecord;
  /** Number of those asked for that it is tied to. */
  readonly tiedTo: number;
  /** Sum of the weights of its relations to them. */
  readonly weight: number;
}

export interface CoPresenceQuestion {
  /** One: with anybody. Several, up to 20, each once: with each other. */
  readonly entities: readonly string[];
  /** `kinds` are those of who was with the one; `types` is ignored. The period is that of the occasions. */
  readonly filter: TraversalFilter;
}

export interface CoPresence extends Occasions {
  /** The one asked for; of several, the one whose id comes first. */
  readonly left: EntityRecord;
  readonly right: EntityRecord;
}

export interface PatternQuestion extends Pattern {
  /** Holds for every step. */
  readonly filter: EvidenceFilter & Pick<TraversalFilter, 'modality'>;
}

export interface PatternChain {
  /** By place: one more than there are steps. */
  readonly entities: readonly EntityRecord[];
  /** By step: identifiers of all relations that make it, one or more, in order. */
  readonly hops: readonly (readonly string[])[];
}

export interface GraphPath {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
}
