import type { ArgumentSlot } from '../../lexicon/verb-frames.js';
import type { Predicate } from './clause.js';
import type { ReadUnit } from './reading.js';

export const prepositions = new Set([
  'of',
  'to',
  'with',
  'by',
  'from',
  'in',
  'at',
  'on',
  'for',
  'about',
  'between',
  'among',
  'against',
  'through',
  'under',
  'toward',
  'towards',
  'via',
  'regarding',
  'concerning',
  'during',
  'after',
  'before',
  'into',
  'over',
  'without',
  'within',
  'upon',
  'throughout',
  'as',
  'than',
  'behind',
  'like',
  'inside',
  'across',
  'because of',
]);

/** Units that depend on a verb through a slot, up to the next clause. */
export function argumentsOf(
  units: readonly ReadUnit[],
  predicate: Predicate,
  slots: readonly ArgumentSlot[],
): readonly ReadUnit[] {
  const found: ReadUnit[] = [];
  let slot: string = 'object';
  const skip = predicate.verb.lemma.includes(' ') ? 2 : 1;
  for (let index = predicate.at + skip; index < predicate.end; index++) {
    const unit = units[index];
    if (unit === undefined || isClauseBoundary(unit)) break;
    if (unit.entity !== undefined) {
      if ((slots as readonly string[]).includes(slot)) found.push(unit);
      continue;
    }
    const isInfinitive =
      unit.lower === 'to' && units[index + 1]?.pos === 'VERB' && units[index + 1]?.term === undefined;
    const isOtherVerb = unit.term === undefined && unit.pos === 'VERB' && slot !== 'object';
    if (isInfinitive || isOtherVerb) slot = 'clause';
    if (slot === 'clause') continue;
    if (prepositions.has(unit.lower)) slot = unit.lower;
    else if ((unit.pos === 'NOUN' || unit.term?.kind === 'OFFICE') && slot === 'object') slot = 'noun';
  }
  return found;
}

/** Prepositions behind which stands where and when, not what a stance is about. */
const circumstance = new Set([
  'in',
  'at',
  'from',
  'on',
  'into',
  'during',
  'after',
  'before',
  'throughout',
  'through',
  'within',
  'under',
  'over',
  'among',
]);

/**
 * Entities that a stance is about: those of its complement, until a new clause begins; not those behind a preposition of
 * place or time, nor the receiver behind "to" once something else was named.
 */
export function complementOf(units: readonly ReadUnit[], from: number, end: number): readonly ReadUnit[] {
  const found: ReadUnit[] = [];
  let preposition = '';
  let nouns = 0;
  for (let index = from; index < end; index++) {
    const unit = units[index];
    if (unit === undefined || isClauseBoundary(unit) || unit.features.has('comma')) break;
    if (unit.lower === 'in' && units[index + 1]?.lower === 'connection') break;
    if (unit.entity !== undefined) {
      const isReceiver = preposition === 'to' && nouns > 0;
      if (!circumstance.has(preposition) && !isReceiver) found.push(unit);
      nouns++;
    } else if (prepositions.has(unit.lower)) {
      preposition = unit.lower;
    } else if (unit.pos === 'NOUN') {
      nouns++;
    }
  }
  return found;
}

function isClauseBoundary(unit: ReadUnit): boolean {
  return (
    unit.term === undefined &&
    (/^(?:that|whether|if|who|which|because|while|when|where|although|since|as|how|why|what)$/.test(unit.lower) ||
      unit.features.has('semicolon') ||
      unit.features.has('stop') ||
      unit.features.has('colon') ||
      unit.features.has('open'))
  );
}
