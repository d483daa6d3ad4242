import { ofParagraph } from '../../text/of-paragraph.js';
import type { Predicate } from './clause.js';
import { argumentsOf } from './clause-arguments.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import { isOccasion } from './occasions.js';
import type { ReadSentence, ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';

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
    const isPaid = paysVisit(units, predicate) || (/^(?:come|go)$/.test(lemma) && comesToSee(units, predicate));
    if (
      !(isPaid || meetingVerbs.test(lemma) || callingVerbs.test(lemma) || /^(?:ask|invite)$/.test(lemma)) ||
      form === 'third'
    )
      continue;
    if (predicate.negated || predicate.future || predicate.parent !== null) continue;
    const subjects = predicate.subject.flatMap((index) => persons([units[index]]));
    // "received your letter" is no reception.
    const others = persons(visited(units, predicate, isPaid).filter((unit) => !possessives.has(unit.lower)));
    const isAskedToCall =
      /^(?:ask|invite)$/.test(lemma) &&
      units.slice(predicate.at, predicate.at + 4).some(({ entity }) => entity === author);
    const summoned = isAskedToCall && author !== null && subjects.length > 0 && asksToCome(units, predicate);
    if (summoned) return distinct([...subjects, author]);
    const isCall = callingVerbs.test(lemma) && author !== null && subjects.length > 0;
    if (!meetingVerbs.test(lemma) && !isCall && !isPaid) continue;
    const all = distinct([...subjects, ...others, ...(isCall ? [author] : [])]);
    if (author !== null && all.includes(author) && all.length > 1) return distinct([...all, ...companions(units)]);
  }
  return hostOf(units, author) ?? metInPassing(units, author) ?? conversationWith(units, author);
}

const homes = soughtWords(/^(?:residence|home|house|apartment|dacha|villa|office)$/);

/** "I was at the residence of X", "went to X's office". */
function hostOf(units: readonly ReadUnit[], author: EntityDraft | null): readonly EntityDraft[] | null {
  if (author === null || !homes.areIn(units)) return null;
  const at = units.findIndex(homes.has);
  const self = at < 0 ? -1 : units.slice(0, at).findLastIndex(({ entity }) => entity === author);
  if (self < 0 || at - self > 7) return null;
  const between = units.slice(self + 1, at);
  const isGuest =
    between.some(({ lower }) => /^(?:was|went|came|drove|arrived|invited)$/.test(lower)) &&
    between.some(({ lower }) => /^(?:at|to|in)$/.test(lower));
  const owner = units[at - 1]?.features.mark === 'possessive' ? [units[at - 2]] : units.slice(at + 2, at + 6);
  const isOwned = units[at - 1]?.features.mark === 'possessive' || units[at + 1]?.lower === 'of';
  const [host] = persons(owner);
  return isGuest && isOwned && host !== undefined && host !== author ? [author, host] : null;
}

/** "came to see me", "stopped by to say goodbye to me". */
function comesToSee(units: readonly ReadUnit[], { at }: Predicate): boolean {
  const [to, see, whom] = units.slice(at + 1, at + 4);
  return to?.lower === 'to' && /^(?:see|visit|meet)$/.test(see?.lower ?? '') && whom?.entity?.kind === 'PERSON';
}

/** "paid a farewell visit to X", "paid a call on X". */
export function paysVisit(units: readonly ReadUnit[], { at, verb }: Predicate): boolean {
  return (
    verb.lemma === 'pay' &&
    units.slice(at + 1, at + 7).some(({ lower, term }) => /^(?:visit|call|visits|calls)$/.test(term?.head ?? lower))
  );
}

function visited(units: readonly ReadUnit[], predicate: Predicate, isPaid: boolean): readonly ReadUnit[] {
  const whom = units[predicate.at + 3];
  if (comesToSee(units, predicate) && whom !== undefined) return [whom];
  return argumentsOf(units, predicate, ['object', 'with', 'by', 'to', ...(isPaid ? (['on'] as const) : [])]);
}

export const possessives: ReadonlySet<string> = new Set(['my', 'your', 'his', 'her', 'their', 'our']);

/** A heading such as "Conversation with Dobrynin—July 23, 1970", under which the author tells of it. */
export function headedTalk(
  { units, paragraph }: ReadSentence,
  verbs: readonly Predicate[],
  author: EntityDraft | null,
): readonly EntityDraft[] | null {
  const isHeading = paragraph.text.length < 200 && verbs.length === 0 && !/[.!?]\s*$/u.test(paragraph.text);
  if (!isHeading || author === null || paragraph.role === 'title') return null;
  const at = units.findIndex((unit, index) => talkNoun.test(unit.lower) && companyOf(units, index).length > 0);
  return at < 0 || at > 6 ? null : distinct([author, ...companyOf(units, at)]);
}

const talkNoun =
  /^(?:conversation|talk|meeting|discussion|lunch|luncheon|dinner|breakfast|session|interview|audience)$/;
const severalTalks = /^(?:talks|conversations|discussions|consultations)$/;
const talkWords = soughtWords({ has: (word) => talkNoun.test(word) || severalTalks.test(word) });

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

/** "X told me", "X asked me": who speaks to the one who tells of it. */
export function toldAuthor(
  units: readonly ReadUnit[],
  verbs: readonly Predicate[],
  author: EntityDraft | null,
): EntityDraft | null {
  if (author === null) return null;
  const [first] = verbs;
  if (first === undefined || !/^(?:tell|inform|ask)$/.test(first.verb.lemma) || first.verb.form !== 'past') return null;
  if (first.negated || first.passive || first.future) return null;
  const [speaker] = persons(first.subject.map((index) => units[index]));
  const isToAuthor = units[first.at + 1]?.entity === author && units[first.at + 1]?.term === undefined;
  return isToAuthor && speaker !== undefined && speaker !== author ? speaker : null;
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

/** "Our side: …", "On the Romanian side took part: …": those who follow sat together. */
export function namesSide({ paragraph, sentence }: ReadSentence): boolean {
  const opens = sentence.start === paragraph.start;
  return opens && /^[^.:\n]{0,40}\b(?:sides?|delegation|party)\b[^.:\n]{0,60}:/iu.test(paragraph.text);
}

/** "Mr. Packard was out of the city": a line of the list that tells of somebody who wasn't there. */
export function isAbsence(line: string): boolean {
  return /\b(?:out of|absent|not present|unable|away|excused|did not)\b/iu.test(line);
}

const beingPresent = '(?:present|attending|in attendance|participating)';
const wordsOfPresence = new RegExp(beingPresent, 'i');
/** What each paragraph holds that tells who was present; most don't, and are asked sentence by sentence. */
const speaksOfPresence = ofParagraph((paragraph) => wordsOfPresence.test(paragraph));
// Without the flag `u`, which makes this one ten times as slow: it is asked of every paragraph and every line.
const thosePresent = new RegExp(
  `\\b(?:those|persons|officials|members) ${beingPresent}\\b[^.;:\\n]{0,40}\\b(?:includ(?:ed|ing)|were|are)\\b`,
  'i',
);
const presentWere = /^\W*(?:also\s+|(?:[\p{L}-]+\s+){0,4})?present\b[^.;:\n]{0,100}\bwere\b/iu;

/**
 * "Present at the 230th meeting were the President, presiding; …": the list is a sentence.
 *
 * @param paragraph - That the text stands in.
 */
export function toldAsPresent(text: string, paragraph: string): boolean {
  return speaksOfPresence(paragraph) && (thosePresent.test(text) || presentWere.test(text));
}

/** A list of those present: "Present: …", "Participants: …"; not the absent. */
export const listedAsPresent = ofParagraph(
  (paragraph) =>
    toldAsPresent(paragraph, paragraph) ||
    /^\W*(?:also\s+)?(?:those\s+)?(?:present|participants|in attendance|attended by|attending|participating|took part)\b(?:[^.\n]{0,60}:|\W*$)/i.test(
      paragraph,
    ),
);

/** "the Ambassador, Lund, with whom I met on Sunday": said in passing, a talk all the same. */
function metInPassing(units: readonly ReadUnit[], author: EntityDraft | null): readonly EntityDraft[] | null {
  if (author === null) return null;
  const at = units.findIndex(({ lower }, index) => lower === 'with' && units[index + 1]?.lower === 'whom');
  if (at < 1) return null;
  const verb = units.slice(at + 2, at + 6).find(({ pos, term }) => term === undefined && pos === 'VERB');
  const isSelf = units.slice(at + 2, at + 5).some(({ entity }) => entity === author);
  if (!isSelf || !/^(?:met|spoke|talked|conversed|spoken)$/.test(verb?.lower ?? '')) return null;
  const [other] = persons(units.slice(Math.max(0, at - 3), at).reverse());
  return other === undefined || other === author ? null : [author, other];
}

/** "held talks", "had several conversations". */
function isHeldTalks(units: readonly ReadUnit[], noun: number): boolean {
  return (
    severalTalks.test(units[noun]?.lower ?? '') &&
    units.slice(Math.max(0, noun - 3), noun).some(({ lower }) => /^(?:had|held|conducted)$/.test(lower))
  );
}

/** "had a conversation with X", "conversation between X and Y". */
function conversationWith(units: readonly ReadUnit[], author: EntityDraft | null): readonly EntityDraft[] | null {
  if (!talkWords.areIn(units)) return null;
  const at = units.findIndex(
    (unit, index) =>
      unit.term === undefined &&
      (talkNoun.test(unit.lower) || isHeldTalks(units, index)) &&
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
    if (unit.features.mark === 'open') depth++;
    const isInside = depth > 0;
    if (unit.features.mark === 'close') depth--;
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

const interpreting = soughtWords(/^(?:interpreted|translated|interpreting|translating)$/);

/** "The conversation was interpreted by X", "X interpreted": there, and spoke for others. */
export function interpretersOf(units: readonly ReadUnit[]): readonly EntityDraft[] {
  if (!interpreting.areIn(units)) return [];
  const at = units.findIndex((unit) => unit.term === undefined && interpreting.has(unit));
  if (at < 0) return [];
  const next = units[at + 1];
  if (next?.lower === 'by') return persons(units.slice(at + 2, at + 8)).slice(0, 2);
  // "translated into Korean the book" is no interpreting.
  const isWhole = next === undefined || next.features.mark === 'stop' || /^(?:for|at|during|and)$/.test(next.lower);
  return isWhole ? persons(units.slice(0, at)).slice(-2) : [];
}

/** "Counselor Ivanov was with me", "accompanied me". */
function cameAlong(units: readonly ReadUnit[]): readonly EntityDraft[] {
  const at = units.findIndex(
    ({ lower }, index) =>
      ourselves.test(lower) &&
      (/^(?:accompanied|accompanying)$/.test(units[index - 1]?.lower ?? '') ||
        (units[index - 1]?.lower === 'with' && /^(?:was|were|came|went)$/.test(units[index - 2]?.lower ?? ''))),
  );
  return at < 0 ? [] : persons(units.slice(0, at));
}

/** "He was accompanied by X": said of one who was there. */
function accompanying(units: readonly ReadUnit[]): readonly EntityDraft[] {
  const at = units.findIndex(
    ({ lower }, index) =>
      accompanied.test(lower) && units[index + 1]?.lower === 'by' && units[index - 1]?.pos === 'AUX',
  );
  return at < 0 ? [] : persons(units.slice(at + 2, at + 14));
}

const presence = /^(?:present|attended|participated|attending|participating)$/;
/** "spoke at", "took part". */
const presenceInPhrase = /^(?:spoke|part)$/;
const ourselves = /^(?:me|us)$/;
const accompanied = /^accompanied$/;
const presenceWords = soughtWords({
  has: (word) => [presence, presenceInPhrase, ourselves, accompanied].some((pattern) => pattern.test(word)),
});

/** Who else was there: "X was present at the conversation", "X took part in the conversation". */
export function joinedTalk(units: readonly ReadUnit[]): readonly EntityDraft[] {
  if (!presenceWords.areIn(units)) return [];
  const along = [...cameAlong(units), ...accompanying(units)];
  if (along.length > 0) return along;
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
  // "a dinner, which was attended by X and Y": they stand behind.
  if (units[at + 1]?.lower === 'by') return persons(after);
  const before = persons(units.slice(0, at));
  return before.length > 0 ? before : persons(after);
}

function isPresence(unit: ReadUnit, units: readonly ReadUnit[], index: number): boolean {
  if (unit.term !== undefined) return false;
  if (presence.test(unit.lower)) return true;
  if (!presenceInPhrase.test(unit.lower)) return false;
  if (unit.lower === 'spoke' && units[index + 1]?.lower === 'at') return true;
  return unit.lower === 'part' && /^(?:took|taken|takes|taking)$/.test(units[index - 1]?.lower ?? '');
}

/** Who gave a reception. */
export function hostsOf({ terms }: EntityDraft, registry: EntityRegistry): readonly EntityDraft[] {
  const hosts = terms.flatMap(({ parts }) => parts.filter(({ role }) => role === 'body'));
  return hosts.flatMap(({ term }) => (term.kind === 'PERSON' ? (registry.find(term, 'PERSON') ?? []) : []));
}

export function persons(units: readonly (ReadUnit | undefined)[]): EntityDraft[] {
  const found: EntityDraft[] = [];
  for (const unit of units) if (unit?.entity?.kind === 'PERSON') found.push(unit.entity);
  return found;
}

export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
