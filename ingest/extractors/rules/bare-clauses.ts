import type { ReadUnit } from './reading.js';

/** Words that a clause has for its verb, or before it. */
const finite =
  /^(?:is|are|was|were|am|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|cannot|'d|'ll|'s|'re)$/;

/** "He thought Norway would agree", "felt he had been right": a clause without "that", its verb right behind its subject. */
export function opensClause(rest: readonly ReadUnit[]): boolean {
  for (const [index, unit] of rest.slice(0, longestSubject).entries()) {
    if (unit.term !== undefined) continue;
    if (finite.test(unit.lower)) return index > 0;
    const isPhrase = /^(?:NOUN|PROPN|ADJ|DET|PRON|NUM|ADV)$/.test(unit.pos) || /^(?:of|in|and|on)$/.test(unit.lower);
    if (!isPhrase || (index === 0 && /^(?:of|in|and|on)$/.test(unit.lower))) return false;
  }
  return false;
}

const longestSubject = 9;
