import { kindOfId } from '../model/entity-id.js';
import type { EntityKind } from '../model/ontology.js';
import type { RelationIdentity } from './relation-tally.js';

/** What the relations of an entity weigh together, by the kind of their other ends; a loop counts once, AUTHORED is none of them. */
export type TieWeights = ReadonlyMap<EntityKind, number>;

/** The sides from which a relation counts: an entity, and the kind of what it is tied to. */
export function sidesOf({ source, target }: Pick<RelationIdentity, 'source' | 'target'>): readonly {
  readonly entity: string;
  readonly otherKind: EntityKind;
}[] {
  const [sourceKind, targetKind] = [kindOfId(source), kindOfId(target)];
  if (sourceKind === null || targetKind === null) return [];
  const side = { entity: source, otherKind: targetKind };
  return source === target ? [side] : [side, { entity: target, otherKind: sourceKind }];
}

/** The ends of a relation, the one whose identifier comes first before the other. */
export function pairOf({ source, target }: Pick<RelationIdentity, 'source' | 'target'>): readonly [string, string] {
  return source < target ? [source, target] : [target, source];
}

/** What relations that come, change or go add to the weights of their ends. */
export class WeightChanges {
  readonly #changes = new Map<string, Map<EntityKind, number>>();

  add(relation: Pick<RelationIdentity, 'source' | 'target'>, weight: number): void {
    for (const { entity, otherKind } of sidesOf(relation)) {
      const own = this.#changes.get(entity) ?? new Map<EntityKind, number>();
      own.set(otherKind, (own.get(otherKind) ?? 0) + weight);
      this.#changes.set(entity, own);
    }
  }

  /** The weights of an entity after these changes; kinds that weigh nothing any more are left out. */
  applied(entity: string, before: TieWeights): TieWeights {
    const after = new Map(before);
    for (const [kind, weight] of this.#changes.get(entity) ?? []) after.set(kind, (after.get(kind) ?? 0) + weight);
    return new Map([...after].filter(([, weight]) => weight !== 0));
  }
}
