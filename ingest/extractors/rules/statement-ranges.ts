import type { Predicate } from './clause.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import { rangeOf } from './subjects.js';

/** From the subject, its article included, to the end of what is said; all of a sentence that has "he said" inside. */
export function statementRange(
  sentence: DiscourseSentence,
  predicate: Predicate,
  own: DiscourseSentence['units'],
): { start: number; end: number } {
  const next = sentence.units[predicate.at + 1];
  if (next === undefined || next.features.mark === 'comma' || next.features.mark === 'stop') return sentence.sentence;
  const before = sentence.units[predicate.start - 1];
  const range = rangeOf(own);
  return before?.pos === 'DET' ? { start: before.start, end: range.end } : range;
}

/** A statement ends where the next one of the sentence begins. */
export function lastUnit(sentence: DiscourseSentence, predicate: Predicate): number {
  const next = sentence.predicates.find(
    (other) =>
      other.at > predicate.at &&
      other.parent === null &&
      other.verb.frame.mode !== undefined &&
      other.start >= predicate.end - 1,
  );
  return Math.max(
    predicate.at + 1,
    Math.min(predicate.end, next === undefined ? predicate.end : Math.max(next.start, predicate.at + 1)),
  );
}
