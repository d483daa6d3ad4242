import { changeUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import { keyOf } from './grammar-rule.js';
import { changedUnit, termWith, type Unit } from './unit.js';

/** How far before the bracket an office may begin: "Deputy Assistant Secretary of State for Far Eastern Affairs (". */
const reach = 14;

/**
 * Heads of telegrams and memoranda give the holder of an office in brackets: "the Ambassador in Korea (Strom)". A name
 * that stands so is a person, whatever else speaks against it.
 */
export function nameBracketedHolders(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  return sentences.map((sentence) =>
    changeUnits(sentence, (unit, index, units) => (isHolder(units, index) ? asPerson(unit) : unit)),
  );
}

/** Index of the office whose holder stands in brackets at this place; −1 where there is none. */
export function officeBefore(units: readonly Unit[], name: number): number {
  if (units[name - 1]?.text !== '(' || units[name + 1]?.text !== ')') return -1;
  for (let at = name - 2; at >= Math.max(0, name - 1 - reach); at -= 1) {
    const unit = units[at];
    if (unit === undefined || unit.features.mark === 'stop' || unit.term?.kind === 'PERSON' || unit.text === ')')
      return -1;
    if (unit.term?.kind === 'OFFICE' || unit.features.has('office-noun')) return at;
  }
  return -1;
}

function isHolder(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (unit === undefined || units[index - 1]?.text !== '(' || !/^\p{Lu}\p{L}*\p{Ll}/u.test(unit.text)) return false;
  if (unit.term !== undefined && unit.term.kind !== 'NAME' && unit.term.kind !== 'PLACE') return false;
  return officeBefore(units, index) >= 0;
}

function asPerson(unit: Unit): Unit {
  const term = termWith({
    kind: 'PERSON',
    name: unit.text,
    key: keyOf(unit.text),
    parts: [],
    start: unit.start,
    end: unit.end,
    rule: 'holder-in-brackets',
    confidence: 0.85,
    mention: 'name',
    ...(unit.text.includes(' ') ? {} : { head: 'surname' }),
  });
  return changedUnit(unit, { term, pos: 'PROPN', features: featureSet([...unit.features, 'term', 'cap', 'PERSON']) });
}
