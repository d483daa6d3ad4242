import { entityKindNames, modalityNames } from '../../model/ontology.js';
import type { TraversalFilter } from '../graph-walks.js';
import { evidenceParameters, evidentConditions } from './evident.js';
import { hopTypes } from './relationship-types.js';
import { whereAll } from './where-all.js';

/** Types and modality stand there together or not at all, so that a filter has few texts; to look at both takes as long as the walk. */
function conditions(filter: TraversalFilter, ...others: readonly string[]): readonly string[] {
  const isAnySet = filter.types !== undefined || filter.modality !== undefined;
  return [
    ...(isAnySet ? ['r.type IN $types', 'r.modality IN $modality'] : []),
    ...others,
    ...evidentConditions(filter),
  ];
}

/** What a filter asks of a relation `r`, and what else is asked. */
export function where(filter: TraversalFilter, ...others: readonly string[]): string {
  return whereAll(conditions(filter, ...others));
}

/** On kinds, where some are asked for. */
export function ofKinds({ kinds }: TraversalFilter, condition: string): readonly string[] {
  return kinds === undefined ? [] : [condition];
}

/**
 * What isn't set is what lets everything through: the server plans a statement anew, for up to a second, for each text
 * and for each combination of the types of its parameters, of which null is one.
 */
export function parameters({ types, modality, kinds, ...evidence }: TraversalFilter) {
  return {
    types: types ?? hopTypes,
    modality: modality ?? modalityNames,
    kinds: kinds ?? entityKindNames,
    ...evidenceParameters(evidence),
  };
}
