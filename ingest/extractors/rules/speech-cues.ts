import type { Predicate } from './clause.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { ReadUnit } from './reading.js';
import { isAgent } from './subjects.js';

/** Who doesn't think so has an opinion all the same. */
export const opinions = new Set(['think', 'believe', 'consider', 'feel', 'agree']);

/** Several people at the table: whom a speaker means is a guess. */
export function isWideTalk({ talk, voice: { author } }: DiscourseSentence): boolean {
  if (talk === null || (author !== null && talk.participants.includes(author))) return false;
  return talk.participants.length - talk.silent.length > 2;
}

const orders =
  /^(?:inform|tell|notify|advise|convey|deliver|transmit|ask|seek|urge|express|report|explain|emphasize|stress|request|pass|repeat|consult|approach)$/;

/** "Inform the Minister that": the first word of a telegram's sentence orders. */
export function opensWithOrder({ units }: DiscourseSentence): boolean {
  const first = units.findIndex(({ pos, features }) => !/^(?:NUM|PUNCT|SYM)$/.test(pos) && features.mark !== 'stop');
  const [unit, next] = [units[first], units[first + 1]];
  // The tagger takes a capitalised first word for a name: "Report from Seoul" is told apart by what follows.
  const isNoun = /^(?:of|from|by|for|on|is|was|has|to)$/.test(next?.lower ?? '') || next?.pos === 'AUX';
  const isName = unit?.term !== undefined && unit.term.kind !== 'NAME';
  return unit !== undefined && /^\p{Lu}/u.test(unit.text) && !isName && orders.test(unit.lower) && !isNoun;
}

/** "You should inform him", "You are authorized to say", "Embassy should approach": what the paper wants done by the one it goes to. */
export function directsReader({ units, talk, voice }: DiscourseSentence): boolean {
  if (talk !== null || voice.receivers.length === 0) return false;
  return units.some((unit, at) => {
    const isReader =
      unit.lower === 'you' ||
      (unit.entity !== undefined && voice.receivers.includes(unit.entity)) ||
      /^(?:embassy|legation|mission|consulate)$/.test(unit.lower);
    const rest = isReader
      ? units.slice(at + 1, at + 7).filter(({ pos, lower }) => pos !== 'ADV' || lower === 'to')
      : [];
    const [modal, next] = rest.map(({ lower }) => lower);
    if (modal === 'should' || modal === 'may' || modal === 'might' || modal === 'must') return told.test(next ?? '');
    return (
      /^(?:is|are)$/.test(modal ?? '') &&
      /^(?:authorized|authorised|requested|instructed|directed)$/.test(next ?? '') &&
      rest[2]?.lower === 'to'
    );
  });
}

const told =
  /^(?:inform|tell|notify|advise|convey|deliver|transmit|ask|seek|urge|express|report|explain|emphasize|stress|request|pass|consult|approach|say|state|point|make|take|continue|avoid|discuss|use|draw|indicate|add|raise|mention|reply|respond|remind|assure|suggest|propose|see|call|present|hand|inquire|bring|reiterate)$/;

/** What an author tells of himself without "I"; "inform" and "tell" would be orders to the reader. */
export const withoutI =
  /^(?:agree|agreed|appreciate|believe|concur|recommend|request|suggest|propose|urge|hope|understand|feel|consider|assume|trust|regret|doubt)$/;

/** "I would like to suggest", "I wish to ask". */
export function isPoliteWish({ units }: Pick<DiscourseSentence, 'units'>, predicate: Predicate): boolean {
  const before = units.slice(Math.max(0, predicate.at - 4), predicate.at).map(({ lower }) => lower);
  return before.at(-1) === 'to' && /^(?:like|wish|want|desire)$/.test(before.at(-2) ?? '');
}

/** "saw Molotov to deliver to him": what a visit was for was done there. */
export function isPurposeOfVisit({ units, predicates }: DiscourseSentence, predicate: Predicate): boolean {
  const visit = predicates.findLast(({ at }) => at < predicate.at);
  return (
    units[predicate.at - 1]?.lower === 'to' &&
    visit?.verb.frame.contact === true &&
    !visit.future &&
    !visit.negated &&
    visit.subject.length > 0
  );
}

/** "Since Nixon expressed his wish": a circumstance of what somebody else tells. */
export function isCircumstance({ units }: DiscourseSentence, predicate: Predicate): boolean {
  const before = units[predicate.start - 1];
  return (
    before?.term === undefined &&
    /^(?:since|as|when|if|although|while|after|because|though|before)$/.test(before?.lower ?? '')
  );
}

/** "Nam Il, who was asked": told in passing, no turn of its own. */
export function isRelativeAside(sentence: DiscourseSentence, predicate: Predicate): boolean {
  const before = sentence.units[predicate.start];
  return before?.term === undefined && /^(?:which|who|whom)$/.test(before?.lower ?? '');
}

/** "Touching on X, he thanked": what stands before the subject at the head of the sentence belongs to what is said. */
export function leadIn(sentence: DiscourseSentence, predicate: Predicate): DiscourseSentence['units'] {
  const first = sentence.predicates.find((other) => other.verb.form !== 'gerund' && other.parent === null);
  if (first?.at !== predicate.at && !(predicate.verb.form !== 'gerund' && predicate.parent === null)) return [];
  const lead = sentence.units.slice(0, predicate.start);
  return lead.at(-1)?.features.mark === 'comma' || lead.at(-1)?.features.mark === 'quote' ? lead : [];
}

/** "We suggest", in a paper that goes to somebody: the office that writes, through the one who signs. */
export function isOurs({ units, voice, talk }: DiscourseSentence, predicate: Predicate): boolean {
  const isAddressed = talk === null && voice.receivers.length > 0;
  // "we would like to recommend": the wish stands before the verb.
  const start = isPoliteWish({ units }, predicate) ? Math.max(0, predicate.at - 6) : predicate.start;
  return isAddressed && units.slice(start, predicate.at).some(({ lower }) => lower === 'we');
}

/** "requested that the Joint Chiefs consider": asked is who shall do it. */
export function askedToDo({ units }: DiscourseSentence, predicate: Predicate): EntityDraft[] {
  if (!/^(?:request|ask|urge|demand|beg)$/.test(predicate.verb.lemma) || predicate.passive) return [];
  const rest = units.slice(predicate.at + 1, predicate.at + 5).filter(({ lower }) => lower !== 'the');
  const [link, doer, deed] = rest[0]?.lower === 'that' ? rest : [undefined, ...rest];
  if (link === undefined && predicate.verb.lemma !== 'request') return [];
  const isDeed = deed?.term === undefined && deed?.pos === 'VERB' && !/(?:ed|ing|s)$/.test(deed.lower);
  return isAgent(doer?.entity) && isDeed ? [doer.entity] : [];
}

/** "British reaction", "the Middle East offer": a word about the noun behind it. */
export function isModifier(units: readonly ReadUnit[], unit: ReadUnit): boolean {
  const next = units[units.indexOf(unit) + 1];
  return (
    unit.term?.rule === 'adjective' || (unit.term !== undefined && next?.term === undefined && next?.pos === 'NOUN')
  );
}

/** "is not in a position to give orders", "without telling him": what is told of as not done. */
export function isUndone(units: readonly ReadUnit[], { at, verb }: Predicate): boolean {
  const before = units.slice(Math.max(0, at - longestDenial), at);
  const stop = before.findLastIndex(({ features }) => features.mark === 'stop' || features.mark === 'comma');
  const denial =
    /^(?:not|n't|never|unable|refuse|refuses|refused|fail|fails|failed|decline|declined|without|neither|nor)$/;
  return (
    verb.form === 'base' && before.slice(stop + 1).some(({ lower, term }) => term === undefined && denial.test(lower))
  );
}

const longestDenial = 12;

/** "It is recommended that", in a paper that goes to somebody: by the one who writes. */
export function isImpersonal({ units, talk, voice }: DiscourseSentence, { at, passive, verb }: Predicate): boolean {
  if (!passive || talk !== null || voice.receivers.length === 0 || verb.frame.mode === undefined) return false;
  const before = units.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  const it = before.lastIndexOf('it');
  return it >= 0 && before[it + 1] === 'is' && !before.includes('not');
}

/** "It was agreed that", in the minutes of a body: the body has. */
export function isAgreedByAll({ units }: DiscourseSentence, { at, passive, verb }: Predicate): boolean {
  const before = units.slice(Math.max(0, at - 4), at).map(({ lower }) => lower);
  return (
    passive &&
    /^(?:agree|recommend|propose|suggest|request)$/.test(verb.lemma) &&
    before.includes('it') &&
    before.includes('was')
  );
}

/** "The Committee approved the continuation": what a body resolves it says. */
export function isResolution({ kind }: EntityDraft, { verb, passive }: Predicate): boolean {
  return (
    kind === 'ORGANIZATION' &&
    !passive &&
    verb.form === 'past' &&
    /^(?:approve|endorse|condemn|reject|welcome)$/.test(verb.lemma)
  );
}

/** "1. That you approve", "Tokyo pass to the Command": done by the reader, or by the post that is called. */
export function isOrdered({ units, paragraph, voice }: DiscourseSentence): boolean {
  if (voice.author === null || voice.receivers.length === 0) return false;
  if (/^\W*(?:\d+\W+)?that you\b/iu.test(paragraph.text)) return true;
  const at = units.findIndex(({ pos }) => !/^(?:NUM|PUNCT|SYM)$/.test(pos));
  const [post, ...rest] = units.slice(Math.max(0, at));
  const verb = rest.find(({ lower, pos }) => lower !== 'also' && pos !== 'ADV');
  const isPost = post?.entity?.kind === 'PLACE' && post.term?.mention === 'name';
  return (
    isPost &&
    verb?.term === undefined &&
    /^(?:pass|repeat|communicate|inform|advise|report|comment|deliver|convey|ask|please)$/.test(verb?.lower ?? '')
  );
}
