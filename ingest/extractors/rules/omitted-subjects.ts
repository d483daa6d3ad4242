import { formOf } from '../../lexicon/word-form.js';
import type { Paragraph } from '../../text/document-text.js';
import { decidedPoint } from './decisions.js';
import type { EntityDraft } from './entity-draft.js';
import { featureSet } from './feature-sets.js';
import type { ReadUnit } from './reading.js';
import { type Unit, unitWith } from './unit.js';
import { knownVerb } from './verb-index.js';

/** What may stand before the verb of a sentence that leaves its subject out: a date, a number, "Today", "Then". */
const openings =
  /^(?:today|yesterday|then|also|later|afterwards|again|first|now|in|on|at|the|evening|morning|afternoon|day|same|noon)$/;

/** "Asked about it, he said": a participle goes with the subject that follows. */
const participles = /^(?:asked|told|informed|given|seen|made|advised|questioned|reminded|instructed|authorized)$/;

/**
 * Where a sentence leaves its subject out, as diaries and decisions do: "Visited the Minister and handed him a note",
 * "In accordance with instructions, informed him". Index of the verb; −1 where nothing is left out.
 */
function omittedSubject(units: readonly Unit[]): number {
  const at = units.findIndex((unit) => !isOpening(unit));
  if (at < 0 || at > 6) return -1;
  if (/^(?:together|along|accompanied)$/.test(units[at]?.lower ?? '')) return afterCompany(units, at);
  // "The proposed initiative": what an article opens is a noun.
  const isNoun = /^(?:the|same|in|on|at)$/.test(units[at - 1]?.lower ?? '');
  if (isPast(units, at)) return isNoun || isParticiple(units, at) ? -1 : at;
  return afterOpeningPhrase(units);
}

/** "Together with Counselor Orlov visited": the verb right behind those who came along. */
function afterCompany(units: readonly Unit[], from: number): number {
  if (!/^(?:with|by)$/.test(units[from + 1]?.lower ?? '')) return -1;
  const at = units.findIndex(
    ({ term, lower, features }, index) =>
      index > from + 1 &&
      !(
        term?.kind === 'PERSON' ||
        term?.kind === 'OFFICE' ||
        features.mark === 'comma' ||
        features.has('person-title')
      ) &&
      !/^(?:the|and|our|of|embassy)$/.test(lower),
  );
  return at >= 0 && isPast(units, at) ? at : -1;
}

function isOpening({ term, pos, lower }: Unit): boolean {
  return term === undefined ? /^(?:NUM|PUNCT|SYM)$/.test(pos) || openings.test(lower) : term.kind === 'DATE';
}

function isPast(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || unit.term !== undefined) return false;
  const next = units[at + 1];
  if (next?.lower === 'by') return false;
  if (/^(?:was|had)$/.test(unit.lower)) return next?.pos === 'ADP' || next?.lower === 'a' || next?.pos === 'VERB';
  return unit.pos === 'VERB' && knownVerb(unit, next)?.form === 'past';
}

/** Whether another verb with a subject of its own stands behind a comma. */
function isParticiple(units: readonly Unit[], at: number): boolean {
  if (!participles.test(units[at]?.lower ?? '')) return false;
  const rest = units.slice(at + 1);
  return rest.some(
    ({ features }, index) =>
      features.mark === 'comma' &&
      rest
        .slice(index + 1, index + 4)
        .some(({ term, pos }, next) => (term?.kind === 'PERSON' || pos === 'PRON') && isVerb(rest[index + next + 2])),
  );
}

function isVerb(unit: Unit | undefined): boolean {
  return unit?.pos === 'VERB' || unit?.pos === 'AUX';
}

/** "In accordance with the instruction of the Ministry, informed him": the verb right behind the comma of the first phrase. */
function afterOpeningPhrase(units: readonly Unit[]): number {
  const first = units.findIndex(({ pos, term }) => !/^(?:PUNCT|NUM)$/.test(pos) && term?.kind !== 'DATE');
  if (units[first]?.pos !== 'ADP') return -1;
  const comma = units.findIndex(({ features }, index) => index > first && features.mark === 'comma');
  if (comma < 0 || units.slice(first, comma).some((unit) => unit.pos === 'PRON' || isVerb(unit))) return -1;
  // "In Lund's view, said the minister, …": the subject stands behind.
  const behind = units[comma + 2];
  const isInverted =
    /^(?:said|continued|added|stated|declared|noted|replied|remarked|answered)$/.test(units[comma + 1]?.lower ?? '') &&
    (behind?.term !== undefined || behind?.pos === 'DET' || behind?.pos === 'PRON');
  return isPast(units, comma + 1) && !isInverted ? comma + 1 : -1;
}

/** The units with the one left out, a unit without width, where his name would stand. */
function withSubject(units: readonly ReadUnit[], at: number, entity: EntityDraft): readonly ReadUnit[] {
  const start = units[at]?.start ?? 0;
  const subject = unitWith({
    start,
    end: start,
    text: '',
    form: formOf(''),
    lemma: '',
    pos: 'PRON',
    features: featureSet(['PRON']),
    entity,
  });
  return [...units.slice(0, at), subject, ...units.slice(at)];
}

/** What is shorter heads a list or is a note at the margin. */
const shortestTelling = 25;

/** Diaries leave "I" out, and the points of a decision the body that decides: the units with whom they leave out. */
export function withOmittedSubject(
  units: readonly ReadUnit[],
  { role, text }: Paragraph,
  { author, deciding }: { readonly author: EntityDraft | null; readonly deciding: EntityDraft | null },
): readonly ReadUnit[] {
  if (role === 'title' || text.length < shortestTelling) return units;
  const decided = deciding === null ? -1 : decidedPoint(units);
  if (deciding !== null && decided >= 0) {
    // "To instruct the Ministry": a decision is told as it is taken.
    const point = units[decided]?.lower === 'to' ? units.toSpliced(decided, 1) : units;
    return withSubject(point, decided, deciding);
  }
  const at = author === null ? -1 : omittedSubject(units);
  return author === null || at < 0 ? units : withSubject(units, at, author);
}
