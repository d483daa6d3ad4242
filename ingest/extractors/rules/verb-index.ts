import type { StatementMode } from '../../../src/model/ontology.js';
import { type StanceNoun, speechNouns, stanceNouns } from '../../lexicon/speech-and-stance-words.js';
import type { KnownVerb } from '../../lexicon/verb-forms.js';
import type { Unit } from './unit.js';

export type { KnownVerb };

export const stanceByNoun: ReadonlyMap<string, StanceNoun> = new Map<string, StanceNoun>(
  stanceNouns.flatMap((row) => row.nouns.map((noun) => [noun, row] as const)),
);

/** The frame of a verb unit; the tagger is trusted only where a form is ambiguous. */
export function knownVerb(unit: Unit, next: Unit | undefined): KnownVerb | null {
  if (unit.term !== undefined) return null;
  const entry = unit.form.verb;
  if (entry === undefined) return null;
  const joined = next === undefined ? undefined : entry.longer?.get(next.lower);
  const known = joined ?? entry.verb;
  if (known === undefined) return null;
  if (known.form === 'predicative') return known;
  if (entry.isOftenNoun && unit.pos !== 'VERB') return null;
  if ((known.form === 'base' || known.form === 'third') && unit.pos !== 'VERB' && unit.pos !== 'AUX') return null;
  return known;
}

const modeByNoun = new Map(speechNouns.flatMap(({ nouns, mode }) => nouns.map((noun) => [noun, mode] as const)));

/** What one does who makes, raises or brings it up. */
export function speechNoun(unit: Unit): StatementMode | null {
  return unit.term === undefined ? (modeByNoun.get(unit.lower) ?? null) : null;
}

export function stanceNoun(unit: Unit): StanceNoun | null {
  return unit.term === undefined ? (stanceByNoun.get(unit.lower) ?? null) : null;
}
