import { boundedMemo } from '../../../src/names/bounded-memo.js';
import { FeatureSet } from '../../lexicon/feature-set.js';

const setOf = boundedMemo((list) => new FeatureSet(list.split('\n')));

/** Equal lists of features are one set: patterns know units again by the object that holds their features. */
export function featureSet(features: readonly string[]): FeatureSet {
  return setOf(features.join('\n'));
}
