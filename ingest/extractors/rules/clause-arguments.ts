import { undoingNouns } from '../../lexicon/speech-and-stance-words.js';
import type { ArgumentSlot } from '../../lexicon/verb-frames.js';
import type { Predicate } from './clause.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';

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
  're',
  'vis-à-vis',
  'despite',
  'beyond',
  'near',
  'off',
  'around',
  'outside',
  'except',
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

const prepositionWords = soughtWords(prepositions);

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
    if (unit === undefined || isClauseBoundary(unit) || opensBareClause(units, index, predicate.at)) break;
    if (unit.entity !== undefined) {
      if ((slots as readonly string[]).includes(slot)) found.push(unit);
      continue;
    }
    const isOtherVerb = unit.term === undefined && unit.pos === 'VERB' && slot !== 'object';
    if (isInfinitive(units, index) || isOtherVerb) slot = 'clause';
    if (slot === 'clause') continue;
    if (prepositionWords.has(unit)) slot = unit.lower;
    else if ((unit.pos === 'NOUN' || unit.term?.kind === 'OFFICE') && slot === 'object') slot = 'noun';
  }
  return found;
}

const subjectPronouns = soughtWords(/^(?:i|he|she|we|they|it)$/);

/** "said I would transmit it to Lund": a clause without "that". */
function opensBareClause(units: readonly ReadUnit[], at: number, verb: number): boolean {
  const [unit, next] = [units[at], units[at + 1]];
  return at > verb && unit !== undefined && subjectPronouns.has(unit) && (next?.pos === 'AUX' || next?.pos === 'VERB');
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
 *
 * @param isToldTo - Whether the one behind "to" is always the receiver: "protested to the Council".
 */
export function complementOf(
  units: readonly ReadUnit[],
  from: number,
  end: number,
  isToldTo = false,
): readonly ReadUnit[] {
  const found: ReadUnit[] = [];
  let preposition = '';
  let isCircumstance = false;
  let nouns = 0;
  for (let index = from; index < end; index++) {
    const unit = units[index];
    if (unit === undefined || isClauseBoundary(unit) || unit.features.mark === 'comma') break;
    if (isInfinitive(units, index) || undoes(unit)) break;
    // "condemned the article and called its author a liar": another deed begins.
    if (unit.features.has('CCONJ') && units[index + 1]?.pos === 'VERB' && units[index + 1]?.term === undefined) break;
    if (unit.lower === 'in' && units[index + 1]?.lower === 'connection') break;
    if (unit.entity !== undefined) {
      const isReceiver = preposition === 'to' && (nouns > 0 || isToldTo);
      if (!isCircumstance && !isReceiver) found.push(unit);
      nouns++;
    } else if (prepositionWords.has(unit)) {
      // "in the defense of Matsu": what hangs on a circumstance is one too.
      if (unit.lower === 'of' && isCircumstance) continue;
      // "gratitude to the party and personally to Lund" goes to both.
      const isSecond = unit.lower === 'to' && preposition === 'to' && isCoordinated(units, index);
      preposition = unit.lower;
      if (isSecond) nouns = 0;
      // "displeasure at": right behind the noun of a stance it opens what that is about.
      const isTheme =
        units[from - 1]?.pos === 'VERB'
          ? concurs(units[from - 1]) && preposition === 'in'
          : /^(?:at|over)$/.test(preposition);
      const opensTheme = index === from && isTheme;
      isCircumstance = circumstance.has(preposition) && !opensTheme;
    } else if (unit.pos === 'NOUN') {
      nouns++;
    }
  }
  return found;
}

/** "concur in his view" */
function concurs(verb: ReadUnit | undefined): boolean {
  return /^(?:concur|acquiesce|believ|trust|rejoic|confid)/.test(verb?.lower ?? '');
}

function isCoordinated(units: readonly ReadUnit[], at: number): boolean {
  const before = units[at - 1]?.pos === 'ADV' ? units[at - 2] : units[at - 1];
  return before?.lower === 'and';
}

const undoing = new Set(undoingNouns);

function undoes({ term, lower }: ReadUnit): boolean {
  return term === undefined && undoing.has(lower);
}

function isInfinitive(units: readonly ReadUnit[], at: number): boolean {
  const next = units[at + 1];
  return units[at]?.lower === 'to' && next?.pos === 'VERB' && next.term === undefined;
}

const clauseOpeners = soughtWords(
  /^(?:that|whether|if|who|which|because|while|when|where|although|since|as|how|why|what)$/,
);

function isClauseBoundary(unit: ReadUnit): boolean {
  return (
    unit.term === undefined &&
    (clauseOpeners.has(unit) ||
      unit.features.mark === 'semicolon' ||
      unit.features.mark === 'stop' ||
      unit.features.mark === 'colon' ||
      unit.features.mark === 'open')
  );
}
