import type { Predicate } from './clause.js';
import type { ReadUnit } from './reading.js';

/** The units that a verb has for its subject; an office without a known holder, where that stands right before it. */
export function subjectUnits(verb: Predicate, units: readonly ReadUnit[]): readonly ReadUnit[] {
  if (verb.subject.length > 0) return verb.subject.flatMap((index) => units[index] ?? []);
  const before = units
    .slice(0, verb.at)
    .findLast((unit) => !/^(?:ADV|AUX|PART)$/.test(unit.pos) || unit.term !== undefined);
  return before === undefined ? [] : [before];
}

/** "Nam Il fell ill", "Nam Il was at home": a subject all the same where the lexicon has no row for the verb. */
export function openingSubject(units: readonly ReadUnit[]): readonly ReadUnit[] {
  const at = units.findIndex(({ entity }) => entity !== undefined);
  const [subject, ...rest] = units.slice(at);
  const verb = rest.find(({ pos, term }) => term !== undefined || !/^(?:ADV|AUX|PART)$/.test(pos));
  const opens = units.slice(0, at).every(({ pos, term }) => term === undefined && !/^(?:VERB|AUX|ADP|NOUN)$/.test(pos));
  // "Lacy's resignation was announced. He": it is of him that the text speaks.
  const behind =
    rest[0]?.features.mark === 'possessive'
      ? rest.slice(1).findIndex(({ pos }) => pos === 'AUX' || pos === 'VERB')
      : -1;
  const isOwner =
    behind > 0 && rest.slice(1, 1 + behind).every(({ pos, term }) => term === undefined && /^(?:NOUN|ADJ)$/.test(pos));
  if (at >= 0 && opens && isOwner && subject !== undefined) return [subject];
  // "Dobrynin was at the White House": a copula is a verb too.
  const isVerb = (verb?.term === undefined && verb?.pos === 'VERB') || rest[0]?.pos === 'AUX';
  return at >= 0 && opens && subject !== undefined && isVerb ? [subject] : [];
}
