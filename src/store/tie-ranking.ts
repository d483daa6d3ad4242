import type { EntityKind } from '../model/ontology.js';

/** An entity of no more relations than this has its ties summed up when they are asked for. */
export const fewRelations = 1_000;

/** Ties that a ranking keeps. */
export const rankedTies = 1_000;

/** What is tied most strongly to an entity of many relations, among all entities of a kind. */
export interface TieRanking {
  readonly entity: string;
  /** Of those that it is tied to. */
  readonly kind: EntityKind;
  /** How many of the kind it is tied to, and by how many relations. */
  readonly neighbours: number;
  readonly relations: number;
  /** The heaviest first, then in id order; `rankedTies` at most. */
  readonly ties: readonly (readonly [to: string, weight: number, relations: number])[];
}
