import { catenativeBefore, comingBefore } from './catenatives.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import {
  antecedent,
  entitySubject,
  intentOwner,
  intents,
  none,
  nounPhraseStart,
  papers,
  type Subject,
} from './subject-phrase.js';
import { type KnownVerb, knownVerb } from './verb-index.js';

/** A verb that the lexicon knows, with its subject and what depends on it. */
export interface Predicate {
  /** Index of the verb among the units. */
  readonly at: number;
  readonly verb: KnownVerb;
  readonly passive: boolean;
  /** "is asking" */
  readonly progressive: boolean;
  readonly negated: boolean;
  /** "will", "would", "intends to". */
  readonly future: boolean;
  readonly conditional: boolean;
  /** Indices of the subject's units; empty where the subject is no entity. Several for "Kim and Nam said". */
  readonly subject: readonly number[];
  /** Whether the subject was said (and is no entity), rather than left out. */
  readonly hasOtherSubject: boolean;
  /** Inside "whether", "if", "that": index of the verb on which it depends. */
  readonly parent: number | null;
  /** First unit of the clause, subject included. */
  readonly start: number;
  /** Behind the last unit that depends on the verb. */
  readonly end: number;
}

const auxiliary =
  /^(?:be|is|are|was|were|been|being|am|has|have|had|having|do|does|did|will|would|shall|should|can|could|may|might|must|'d|'ll|'ve|'s)$/;
const negation = /^(?:not|n't|never|neither|nor|no)$/;
/** What may stand between an auxiliary and its verb. */
const adverb = /ly$|^(?:also|then|again|further|now|just|once|himself|herself|both|today|yesterday|tonight)$/;

const groupWords = soughtWords({
  has: (word) => word !== 'that' && [auxiliary, negation, adverb].some((words) => words.test(word)),
});
const negations = soughtWords(negation);
const formsOfBe = soughtWords(/^(?:be|is|are|was|were|been|being|am|'s|'re|'m)$/);
const futures = soughtWords(/^(?:will|shall|would|'ll|'d|must|should)$/);
const conditionals = soughtWords(/^(?:would|could|might)$/);
const relatives = soughtWords(/^(?:who|which|that|whom)$/);

/** Verb groups of the sentence that the lexicon knows. */
export function predicates(units: readonly ReadUnit[]): readonly Predicate[] {
  const found: Predicate[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    const verb = unit === undefined ? null : knownVerb(unit, units[at + 1]);
    if (verb === null) continue;
    // "is in favor of": the preposition before the noun belongs to it.
    const lead = verb.form === 'predicative' && units[at - 1]?.lower === 'in' ? at - 1 : at;
    const group = speechGroup(units, lead, verb);
    while ((found.at(-1)?.at ?? -1) >= group) found.pop();
    const words = units.slice(group, at);
    if (verb.form === 'predicative' && !words.some(formsOfBe.has)) continue;
    const reduced = group === at && verb.form === 'past' && isReduced(units, at);
    const shared = group === at && verb.form === 'past' ? participleBefore(units, at, found.at(-1)) : undefined;
    const passive = reduced || (verb.form === 'past' && words.some(formsOfBe.has)) || shared?.passive === true;
    // "is asking": finite, whatever the form.
    const progressive = verb.form === 'gerund' && words.some(formsOfBe.has);
    const infinitive = units[group - 1]?.lower === 'to' && verb.form === 'base';
    const previous = found.at(-1);
    const subject =
      infinitive || (verb.form === 'gerund' && !progressive)
        ? controller(units, group, previous)
        : subjectOf(units, group, coordinatedWith(found, verb.form), reduced);
    found.push({
      at,
      verb,
      passive,
      progressive,
      negated: words.some(negations.has) || units[group - 1]?.lower === 'no' || shared?.negated === true,
      future: infinitive || words.some(futures.has),
      conditional: words.some(conditionals.has) && units.slice(0, group).some((before) => before.lower === 'if'),
      subject: subject.indices,
      hasOtherSubject: subject.other,
      parent: subordinator(units, group, subject.start) && previous !== undefined ? previous.at : null,
      start: subject.start,
      end: clauseEnd(units, at),
    });
  }
  return found;
}

/** "that efforts should continue and then made": a past form goes on from the last past form, not from what depends on it. */
function coordinatedWith(found: readonly Predicate[], form: KnownVerb['form']): Predicate | undefined {
  const last = found.at(-1);
  if (form !== 'past' || last === undefined || last.verb.form === 'past' || last.parent === null) return last;
  return found.findLast(({ verb }) => verb.form === 'past') ?? last;
}

/** "is not indicated or authorized": the verb whose auxiliaries a participle behind "and" or "or" shares. */
function participleBefore(
  units: readonly ReadUnit[],
  at: number,
  previous: Predicate | undefined,
): Predicate | undefined {
  const isJoined = /^(?:and|or|nor)$/.test(units[at - 1]?.lower ?? '') && previous?.at === at - 2;
  return isJoined && previous.verb.form === 'past' ? previous : undefined;
}

/** First unit of "continued to believe", where the verb is one of speech; else of the verb with its auxiliaries. */
function speechGroup(units: readonly ReadUnit[], at: number, { form, frame }: KnownVerb): number {
  const group = groupStart(units, at);
  if (form !== 'base' || (frame.mode === undefined && frame.contact !== true)) return group;
  const lead = frame.contact === true ? comingBefore(units, group) : catenativeBefore(units, group);
  return lead === null ? group : groupStart(units, lead);
}

/** First unit of "has not yet been informed". */
function groupStart(units: readonly ReadUnit[], at: number): number {
  let start = at;
  while (start > 0) {
    const before = units[start - 1];
    if (before === undefined || before.term !== undefined) break;
    const isPart = groupWords.has(before) || (before.pos === 'ADV' && before.lower !== 'that');
    if (!isPart || before.features.mark === 'possessive') break;
    start--;
  }
  return start;
}

/** "the measures taken by", "statement published yesterday": a participle behind its noun. */
function isReduced(units: readonly ReadUnit[], at: number): boolean {
  const next = units[at + 1];
  const before = units[at - 1];
  return next?.lower === 'by' && before !== undefined && (before.term !== undefined || before.pos === 'NOUN');
}

function subjectOf(
  units: readonly ReadUnit[],
  group: number,
  previous: Predicate | undefined,
  reduced: boolean,
): Subject {
  const at = group - 1;
  const unit = units[at];
  if (unit === undefined) return none(group);
  if (reduced) return unit.entity === undefined ? none(at, true) : { indices: [at], other: false, start: at };
  if (relatives.has(unit) && unit.term === undefined) return antecedent(units, at);
  if (unit.features.mark === 'comma' || unit.features.mark === 'close' || unit.features.mark === 'dash')
    return goesOn(units, at, previous) ?? acrossParenthesis(units, at, group, previous);
  if (unit.features.has('CCONJ') || /^(?:and|but|or)$/.test(unit.lower)) {
    const shared = subjectOfUnknownVerb(units, previous?.at ?? -1, at);
    if (shared !== null) return { ...shared, start: group };
    return previous === undefined
      ? none(group)
      : { indices: previous.subject, other: previous.hasOtherSubject, start: group };
  }
  if (unit.entity !== undefined) return entitySubject(units, at);
  if (unit.features.mark === 'quote') return acrossParenthesis(units, at, group, previous);
  if (unit.features.mark === 'stop' || unit.features.mark === 'colon' || unit.features.mark === 'semicolon')
    return none(group);
  // "The Soviet note states", "his letter says": through the paper its author speaks.
  const author = papers.has(unit.lower) ? intentOwner(units, at) : null;
  return author ?? none(nounPhraseStart(units, at), true);
}

/** "Dobrynin was cordial and asked": the verb that shares its subject is none that the lexicon knows. */
function subjectOfUnknownVerb(units: readonly ReadUnit[], from: number, to: number): Subject | null {
  for (let at = to - 1; at > from + 1; at--) {
    const unit = units[at];
    if (unit === undefined || unit.features.mark === 'stop' || unit.features.mark === 'semicolon') return null;
    const isVerb = unit.term === undefined && (unit.pos === 'VERB' || unit.pos === 'AUX');
    const before = units[at - 1];
    if (!isVerb || before?.entity === undefined) continue;
    const subject = entitySubject(units, at - 1);
    return subject.indices.length > 0 ? subject : null;
  }
  return null;
}

/** An infinitive or a participle is done by the subject of the verb before it, or by the author of the paper before it. */
function controller(units: readonly ReadUnit[], group: number, previous: Predicate | undefined): Subject {
  const owner = units[group - 2]?.features.mark === 'possessive' ? group - 3 : group - 2;
  if (papers.has(units[group - 1]?.lower ?? '') && units[owner]?.entity !== undefined)
    return { indices: [owner], other: false, start: owner };
  // "a call for them to come": whom "for" names shall do it.
  if (units[group - 1]?.lower === 'to' && units[group - 2]?.term !== undefined) {
    const subject = units[group - 2];
    const link = units[group - 3]?.lower === 'the' ? units[group - 4] : units[group - 3];
    if (link?.lower === 'for')
      return subject?.entity === undefined
        ? none(group, true)
        : { indices: [group - 2], other: false, start: group - 2 };
  }
  const asked = previous === undefined ? null : askedTo(units, group, previous);
  if (asked !== null) return asked;
  if (units[group - 1]?.lower === 'to' && intents.has(units[group - 2]?.lower ?? '')) {
    const whose = intentOwner(units, group - 2);
    if (whose !== null) return whose;
  }
  // "I would like to suggest": the verb between is none that the lexicon knows.
  const wishing = subjectOfUnknownVerb(units, previous?.at ?? -1, group - 1);
  if (wishing !== null) return { ...wishing, start: group };
  return previous === undefined
    ? none(group)
    : { indices: previous.subject, other: previous.hasOtherSubject, start: group };
}

const asking =
  /^(?:ask|request|beg|urge|instruct|authorize|authorise|invite|advise|tell|direct|order|remind|entreat|warn)$/;

/** "asked Menzies to write": the one asked shall do it. */
function askedTo(units: readonly ReadUnit[], group: number, { at, verb, passive }: Predicate): Subject | null {
  const doer = units[group - 2];
  const isObject = group - 3 === at || (group - 4 === at && units[group - 3]?.pos === 'DET');
  if (passive || !asking.test(verb.lemma) || units[group - 1]?.lower !== 'to') return null;
  // "instructing the Deputy Chief of Mission to reject": somebody whom the text doesn't name.
  if (!isObject) return group - 2 > at && verb.frame.addressee?.includes('object') === true ? none(group, true) : null;
  return doer?.entity === undefined ? null : { indices: [group - 2], other: false, start: group };
}

/** "He expressed concern, asked for time and left": a list of what one did; "a note, handed over by Pak" is none. */
function goesOn(units: readonly ReadUnit[], comma: number, previous: Predicate | undefined): Subject | null {
  const [verb, next] = [units[comma + 1], units[comma + 2]];
  const isList = units[comma]?.features.mark === 'comma' && previous?.verb.form === 'past' && !previous.passive;
  const isAside =
    /^(?:by|in|on|at|from|to|as|yesterday|today|earlier)$/.test(next?.lower ?? '') || next?.term?.kind === 'DATE';
  if (!isList || isAside || verb?.pos !== 'VERB' || !verb.lower.endsWith('ed')) return null;
  const hasLaterVerb = units
    .slice(comma + 2)
    .some((unit, index, rest) => unit.lower === 'and' && rest[index + 1]?.pos === 'VERB');
  return hasLaterVerb ? { indices: previous.subject, other: previous.hasOtherSubject, start: comma + 1 } : null;
}

/** "Nam Il, who was present, asked": the subject stands before the parenthesis. */
function acrossParenthesis(
  units: readonly ReadUnit[],
  at: number,
  group: number,
  previous: Predicate | undefined,
): Subject {
  for (let index = at - 1; index > 0; index--) {
    const unit = units[index];
    const before = units[index - 1];
    if (unit === undefined || before === undefined) break;
    if (unit.features.mark === 'stop') break;
    const opens = unit.features.mark === 'comma' || unit.features.mark === 'open' || unit.features.mark === 'dash';
    // "came to see me and, on behalf of the party, thanked": the subject of the verb before.
    if (opens && /^(?:and|but)$/.test(before.lower) && previous !== undefined)
      return { indices: previous.subject, other: previous.hasOtherSubject, start: group };
    if (opens && before.entity !== undefined && before.entity.kind !== 'EVENT') return entitySubject(units, index - 1);
  }
  // "The Finnish Consul, Lehtinen, called": post and name are one unit, and the comma behind it closes them.
  const last = units[at - 1];
  const isAppositive = last?.entity?.kind === 'PERSON' && last.term?.parts.some(({ role }) => role === 'post');
  return isAppositive === true ? entitySubject(units, at - 1) : none(group);
}

const subordinators = soughtWords(/^(?:that|whether|if|how|why|what|which|who)$/);

/** Whether "that", "whether", "if" or "as" stands before the clause. */
function subordinator(units: readonly ReadUnit[], group: number, start: number): boolean {
  const from = Math.max(0, Math.min(start, group) - 3);
  return units.slice(from, group).some((unit) => unit.term === undefined && subordinators.has(unit));
}

/** What may stand between two clauses. */
const joints = soughtWords(/^(?:[;,]|and|but)$/);

/** The clause reaches to the end of the sentence, to a semicolon, or to a coordinated verb of the lexicon. */
function clauseEnd(units: readonly ReadUnit[], at: number): number {
  for (let index = at + 1; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) return index;
    if (!joints.has(unit)) continue;
    if (unit.lower === ';') return index;
    const next = units[index + 1];
    if (next === undefined) continue;
    const opensClause =
      unit.lower === ',' &&
      next.entity !== undefined &&
      knownVerb(units[index + 2] ?? next, units[index + 3])?.form === 'past';
    if (opensClause) return index;
    const verb = knownVerb(next, units[index + 2]);
    if (verb?.form === 'past' && verb.frame.mode !== undefined) return index;
  }
  return units.length;
}
