import { ofLastParagraph } from '../../text/last-paragraph.js';
import type { Predicate } from './clause.js';
import { argumentsOf } from './clause-arguments.js';
import type { EntityDraft } from './entity-draft.js';
import { isOccasion } from './occasions.js';
import type { ReadSentence, ReadUnit } from './reading.js';

/** Who comes in comes to the one who tells of it. */
const callingVerbs = /^(?:come|drop|stop|call) (?:in|by|over|at|today|this|yesterday)$/;
const meetingVerbs =
  /^(?:visit|meet|receive|converse|talk|chat|dine|lunch|confer|call on|call upon|see|speak|telephone|phone|ring up)$/;

/**
 * The other party of a talk that a sentence opens: "I visited X", "X received me", "a conversation with X".
 *
 * @returns `null` where the sentence opens none. The author is among the participants.
 */
export function openedTalk(
  units: readonly ReadUnit[],
  verbs: readonly Predicate[],
  author: EntityDraft | null,
): readonly EntityDraft[] | null {
  for (const predicate of verbs) {
    const { lemma, form } = predicate.verb;
    // "direct talks" is no verb; who tells of a meeting tells it in the past.
    if (!(meetingVerbs.test(lemma) || callingVerbs.test(lemma) || /^(?:ask|invite)$/.test(lemma)) || form === 'third')
      continue;
    if (predicate.negated || predicate.future || predicate.parent !== null) continue;
    const subjects = predicate.subject.flatMap((index) => persons([units[index]]));
    // "received your letter" is no reception.
    const others = persons(
      argumentsOf(units, predicate, ['object', 'with', 'by', 'to']).filter((unit) => !possessives.has(unit.lower)),
    );
    const isAskedToCall =
      /^(?:ask|invite)$/.test(lemma) &&
      units.slice(predicate.at, predicate.at + 4).some(({ entity }) => entity === author);
    const summoned = isAskedToCall && author !== null && subjects.length > 0 && asksToCome(units, predicate);
    if (summoned) return distinct([...subjects, author]);
    const isCall = callingVerbs.test(lemma) && author !== null && subjects.length > 0;
    if (!meetingVerbs.test(lemma) && !isCall) continue;
    const all = distinct([...subjects, ...others, ...(isCall ? [author] : [])]);
    if (author !== null && all.includes(author) && all.length > 1) return distinct([...all, ...companions(units)]);
  }
  return conversationWith(units, author);
}

export const possessives: ReadonlySet<string> = new Set(['my', 'your', 'his', 'her', 'their', 'our']);

/** A heading such as "Conversation with Dobrynin—July 23, 1970", under which the author tells of it. */
export function headedTalk(
  { units, paragraph }: ReadSentence,
  verbs: readonly Predicate[],
  author: EntityDraft | null,
): readonly EntityDraft[] | null {
  const isHeading = paragraph.text.length < 120 && verbs.length === 0 && !/[.!?]\s*$/u.test(paragraph.text);
  if (!isHeading || author === null || paragraph.role === 'title') return null;
  const at = units.findIndex((unit, index) => talkNoun.test(unit.lower) && companyOf(units, index).length > 0);
  return at < 0 || at > 6 ? null : distinct([author, ...companyOf(units, at)]);
}

const talkNoun =
  /^(?:conversation|talk|meeting|discussion|lunch|luncheon|dinner|breakfast|session|interview|audience)$/;

/** Persons named behind "with", a word or two after the noun at most. */
function companyOf(units: readonly ReadUnit[], noun: number): EntityDraft[] {
  const link = units.slice(noun + 1, noun + 4).findIndex((unit) => unit.lower === 'with');
  if (link < 0) return [];
  const rest = units.slice(noun + 2 + link);
  const stop = rest.findIndex((unit) => unit.term === undefined && !isBetweenNames(unit));
  return persons(rest.slice(0, stop < 0 ? rest.length : stop));
}

function isBetweenNames({ lower, features }: ReadUnit): boolean {
  return /^(?:and|the|both|,)$/.test(lower) || features.has('person-title');
}

/** "asked me to call today" */
function asksToCome(units: readonly ReadUnit[], { at }: Predicate): boolean {
  const rest = units.slice(at + 1, at + 5);
  const to = rest.findIndex(({ lower }) => lower === 'to');
  // "asked me to call", "invited me to his place", "invited me to lunch".
  return to >= 0 && /^(?:call|come|see|visit|lunch|dine|dinner|his|her|their|a)$/.test(rest[to + 1]?.lower ?? '');
}

/** "I was at a lunch held by Kim", "I attended the reception": where the one who tells was himself. */
export function attendedOccasion(units: readonly ReadUnit[], author: EntityDraft | null): EntityDraft | null {
  const at = units.findIndex(({ entity }) => entity !== undefined && isOccasion(entity));
  const self = author === null ? -1 : units.slice(0, Math.max(0, at)).findLastIndex(({ entity }) => entity === author);
  const between = self < 0 ? [] : units.slice(self + 1, at);
  const isThere = between.some(({ lower }) =>
    /^(?:was|were|attended|attend|visited|present|invited|participated|gave|held|hosted|arranged|part)$/.test(lower),
  );
  return isThere && between.length < 9 && between.every(({ term }) => term === undefined)
    ? (units[at]?.entity ?? null)
    : null;
}

/** "Together with V. I. Ivanov I visited …": he was there too. */
export function companions(units: readonly ReadUnit[]): EntityDraft[] {
  const at = units.findIndex(
    (unit, index) =>
      /^(?:together|accompanied)$/.test(unit.lower) && /^(?:with|by)$/.test(units[index + 1]?.lower ?? ''),
  );
  const next = at < 0 ? [] : units.slice(at + 2, at + 6);
  const stop = next.findIndex((unit) => unit.term === undefined && !/^(?:and|the|comrade|,)$/.test(unit.lower));
  return persons(next.slice(0, stop < 0 ? next.length : stop));
}

/** "Mr. Packard was out of the city": a line of the list that tells of somebody who wasn't there. */
export function isAbsence(line: string): boolean {
  return /\b(?:out of|absent|not present|unable|away|excused|did not)\b/iu.test(line);
}

/** "Present at the 230th meeting were the President, presiding; …": the list is a sentence. */
export function toldAsPresent(text: string): boolean {
  if (
    /\b(?:those|persons|officials|members) (?:present|attending|in attendance|participating)\b[^.;:\n]{0,40}\b(?:includ(?:ed|ing)|were|are)\b/iu.test(
      text,
    )
  )
    return true;
  return /^\W*(?:also\s+|(?:[\p{L}-]+\s+){0,4})?present\b[^.;:\n]{0,100}\bwere\b/iu.test(text);
}

/** A list of those present: "Present: …", "Participants: …"; not the absent. */
export const listedAsPresent = ofLastParagraph(
  (paragraph) =>
    toldAsPresent(paragraph) ||
    /^\W*(?:also\s+)?(?:those\s+)?(?:present|participants|in attendance|attended by|attending|participating|took part)\b(?:[^.\n]{0,60}:|\W*$)/i.test(
      paragraph,
    ),
);

/** "had a conversation with X", "conversation between X and Y". */
function conversationWith(units: readonly ReadUnit[], author: EntityDraft | null): readonly EntityDraft[] | null {
  const at = units.findIndex(
    (unit, index) =>
      talkNoun.test(unit.lower) &&
      unit.term === undefined &&
      // "his meeting with Chou" is somebody else's.
      !/^(?:his|her|their|its)$/.test(units[index - 1]?.lower ?? '') &&
      /^(?:with|between)$/.test(units[linkOf(units, index)]?.lower ?? ''),
  );
  if (at < 0 || units.slice(0, at).some(isHypothetical)) return null;
  const link = linkOf(units, at);
  const found: ReadUnit[] = [];
  let depth = 0;
  for (const unit of units.slice(link + 1)) {
    // "with Pak (he translated) and Ri": what stands in brackets is told of one of them.
    if (unit.features.has('open')) depth++;
    const isInside = depth > 0;
    if (unit.features.has('close')) depth--;
    if (isInside) continue;
    if (unit.term === undefined && !isBetweenNames(unit)) break;
    found.push(unit);
  }
  const others = persons(found);
  const hasAuthor = author !== null && units.slice(0, at).some((unit) => unit.entity === author);
  if (others.length === 0) return null;
  if (units[link]?.lower === 'between') return others.length > 1 ? others : null;
  // "In a telephone conversation with Dobrynin he stressed": the one who tells was on the other end.
  const lead = units.slice(0, at);
  const opens =
    /^(?:in|during|at)$/.test(units[0]?.lower ?? '') &&
    lead.length < 5 &&
    lead.every(({ entity }) => entity === undefined);
  if (author !== null && opens) return distinct([author, ...others]);
  return hasAuthor ? distinct([author, ...others]) : null;
}

/** "wondered whether … might not seek a meeting between": a talk that nobody has had yet. */
export function isHypothetical({ term, lower }: ReadUnit): boolean {
  return (
    term === undefined &&
    /^(?:whether|if|unless|might|may|could|would|should|will|shall|seek|sought|propos.*|suggest.*|possib.*|forthcoming|planned|future|prospective|refus.*|declin.*)$/.test(
      lower,
    )
  );
}

/** "at luncheon today with Eden", "a talk this morning with Eden": the day stands between. */
function linkOf(units: readonly ReadUnit[], noun: number): number {
  const rest = units.slice(noun + 1, noun + 5);
  const step = rest.findIndex(
    ({ lower, term }) =>
      term?.kind !== 'DATE' && !/^(?:today|yesterday|this|last|that|morning|afternoon|evening|night|on)$/.test(lower),
  );
  return noun + 1 + Math.max(0, step);
}

/** Who else was there: "X was present at the conversation", "X took part in the conversation". */
export function joinedTalk(units: readonly ReadUnit[]): readonly EntityDraft[] {
  const at = units.findIndex((unit, index) => isPresence(unit, units, index));
  if (at < 0 || units.slice(0, at).some((unit) => /^(?:not|n't|neither|nobody|none)$/.test(unit.lower))) return [];
  const after = units.slice(at);
  const isTalk = after.some(
    (unit) =>
      /^(?:conversation|talk|talks|meeting|interview)$/.test(unit.term?.head ?? unit.lower) ||
      unit.features.has('occasion') ||
      (unit.entity !== undefined && isOccasion(unit.entity)),
  );
  if (!isTalk) return [];
  const before = persons(units.slice(0, at));
  return before.length > 0 ? before : persons(after);
}

function isPresence(unit: ReadUnit, units: readonly ReadUnit[], index: number): boolean {
  if (unit.term !== undefined) return false;
  if (/^(?:present|attended|participated|attending|participating)$/.test(unit.lower)) return true;
  return unit.lower === 'part' && /^(?:took|taken|takes|taking)$/.test(units[index - 1]?.lower ?? '');
}

export function persons(units: readonly (ReadUnit | undefined)[]): EntityDraft[] {
  return units.flatMap((unit) => (unit?.entity?.kind === 'PERSON' ? [unit.entity] : []));
}

export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
