import { BadArgumentError } from '../errors.js';

/**
 * Most ties (an entity, a relation and its other end) that one walk reads. A public server answers such a walk in
 * about a second on either store; what needs more is thinned or refused.
 */
export const maxTiesRead = 50_000;

/** Most steps of a search for paths or patterns in what was read; some tenths of a second. */
export const maxPathSteps = 200_000;

/** @param asked - Name of the query, or the part of it that is too much. */
export function tooManyTies(asked: string): BadArgumentError {
  return new BadArgumentError(
    `${asked} would have to look at more than ${maxTiesRead} relations.`,
    'Restrict types, kinds, modality or the period, name rarer entities, or ask for fewer hops; for paths avoid hubs.',
  );
}
