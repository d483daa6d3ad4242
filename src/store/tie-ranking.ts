import type { EntityKind } from '../model/ontology.js';

/** An entity of no more relations than this has its ties summed up when they are asked for. */
export const fewRelations = 1_000;

/** Ties that a ranking keeps. */
export const mostRankedTies = 1_000;

export type WeighedTie = readonly [to: string, weight: number, ...rest: readonly unknown[]];

/** The heaviest first, then in id order. */
export function byTie([a, x]: WeighedTie, [b, y]: WeighedTie): number {
  return y - x || (a < b ? -1 : 1);
}

/** The first of all, of ties to each kind in that order. */
export function firstTies<T extends WeighedTie>(ofKinds: readonly (readonly T[])[], take: number): readonly T[] {
  const ties = ofKinds.flat();
  return ofKinds.length > 1 ? ties.sort(byTie).slice(0, take) : ties;
}

/** What is tied most strongly to an entity of many relations, among all entities of a kind. */
export interface TieRanking {
  readonly entity: string;
  /** Of those that it is tied to. */
  readonly kind: EntityKind;
  /** How many of the kind it is tied to, and by how many relations. */
  readonly neighbours: number;
  readonly relations: number;
  /** In the order of `byTie`; `mostRankedTies` at most. */
  readonly ties: readonly (readonly [to: string, weight: number, relations: number])[];
}
