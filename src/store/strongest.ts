import { isOfKindsAlone, type TraversalFilter } from './graph-walks.js';
import type { TraversalReader, WeightedEntity } from './traversal-reader.js';

/** Of each kind so many times more are looked at where those looked at don't settle who is strongest. */
const growth = 4;

/**
 * The entities with the greatest weighted degree, greatest first, then in id order: the sum of the weights of the relations that
 * the filter lets through, both of whose ends are of its kinds. A loop counts once.
 *
 * Stores rank the entities of a kind by all their relations. What those to certain kinds weigh is never more, so that the
 * search ends where nobody further down can be stronger than the last of those found.
 *
 * @see R. Fagin, A. Lotem, M. Naor, "Optimal aggregation algorithms for middleware", Journal of Computer and System Sciences 66
 *   (2003), pp. 614–656: its threshold algorithm, with one list for each kind.
 */
export async function strongest(
  reader: TraversalReader,
  filter: TraversalFilter,
  limit: number,
): Promise<readonly WeightedEntity[]> {
  if (!isOfKindsAlone(filter)) return reader.strongest(filter, limit);
  for (let take = limit; ; take *= growth) {
    const { found, unseen } = await reader.strongestHeads(filter.kinds, take, limit);
    const last = found[limit - 1];
    if (filter.kinds === undefined || unseen === 0 || (last && last.weight > unseen)) return found;
  }
}
