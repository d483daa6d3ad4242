import { kindOfId } from '../model/entity-id.js';
import type { RelationIdentity } from './relation-tally.js';
import { pairOf } from './tie-weights.js';

/** What a change adds to the relations that join two entities. */
export interface PairChange {
  /** The one whose identifier comes first before the other. */
  readonly ends: readonly [string, string];
  readonly weight: number;
  readonly relations: number;
}

/** What relations that come, change or go add to the ties between entities; loops and AUTHORED are none of these. */
export class PairChanges {
  readonly #changes = new Map<string, { -readonly [Field in keyof PairChange]: PairChange[Field] }>();

  /** @param weight - What its weight changes by. @param relations - 1 where it comes, -1 where it goes, else 0. */
  add({ source, target }: Pick<RelationIdentity, 'source' | 'target'>, weight: number, relations: number): void {
    if (source === target || kindOfId(target) === null) return;
    const ends = pairOf({ source, target });
    const key = ends.join(' ');
    const change = this.#changes.get(key) ?? { ends, weight: 0, relations: 0 };
    change.weight += weight;
    change.relations += relations;
    this.#changes.set(key, change);
  }

  /** Of each pair that changed at all. */
  changed(): readonly PairChange[] {
    return [...this.#changes.values()].filter(({ weight, relations }) => weight !== 0 || relations !== 0);
  }
}
