import { BadArgumentError } from '../src/errors.js';
import type { PartialDate } from '../src/model/partial-date.js';
import type { TraversalFilter } from '../src/store/graph-walks.js';
import type { Args } from './builder.js';
import { type RelationArgs, relationArgs, traversalFilter } from './filter-args.js';
import { checkedRange, PartialDateScalar } from './partial-date-scalar.js';

/**
 * What every walk may be restricted to. Weights stay those of whole relations, whatever passages let them through.
 *
 * @param kinds - What the argument `kinds` restricts here.
 */
export function walkArgs(t: Args, kinds: string) {
  return {
    ...relationArgs(t, kinds),
    minConfidence: t.float({
      description:
        'Only relations with a passage of at least this confidence, 0 to 1, that is also of the dates asked for.',
    }),
    since: t({
      type: PartialDateScalar,
      description: 'Only relations with a passage dated from here on, counted from its first day.',
    }),
    until: t({
      type: PartialDateScalar,
      description: 'Only relations with a passage dated up to here, counted to its last day.',
    }),
  };
}

interface WalkArgs extends RelationArgs {
  readonly minConfidence?: number | null | undefined;
  readonly since?: PartialDate | null | undefined;
  readonly until?: PartialDate | null | undefined;
}

/** @throws {BadArgumentError} for a confidence that is none, or a range that ends before it begins. */
export function walkFilter(args: WalkArgs): TraversalFilter {
  const minConfidence = args.minConfidence ?? undefined;
  if (minConfidence !== undefined && !(minConfidence >= 0 && minConfidence <= 1)) {
    throw new BadArgumentError(`minConfidence is ${minConfidence}; it must be from 0 to 1.`, 'Ask for 0.5.');
  }
  return { ...traversalFilter(args), minConfidence, ...checkedRange(args.since, args.until) };
}

/**
 * Identifiers, each once, in the order given.
 *
 * @throws {BadArgumentError} for fewer than `least` or more than `most`.
 */
export function checkedIds(name: string, ids: readonly string[], least: number, most: number): readonly string[] {
  // Counted before anything is done with them: a request can carry a hundred thousand.
  if (ids.length > most) {
    throw new BadArgumentError(`${name} names ${ids.length} entities; the most is ${most}.`, 'Ask for fewer at once.');
  }
  const unique = [...new Set(ids)];
  if (unique.length < least) {
    throw new BadArgumentError(
      `${name} names ${unique.length} ${unique.length === 1 ? 'entity' : 'entities'}; the least is ${least}.`,
      'Look identifiers up with the query search.',
    );
  }
  return unique;
}
