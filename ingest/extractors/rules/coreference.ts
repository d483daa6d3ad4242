import type { TextRange } from '../../sources/source.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import { readEventKey } from './grammar/events.js';
import { keyOf } from './grammar-rule.js';
import { isOccasion, isOccasionHead } from './occasions.js';
import type { PostHolders } from './post-holders.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { readAs, type Term, type Unit } from './unit.js';
import { holderOf } from './unnamed-holders.js';

/** What the text has told so far, as far as pronouns and bare titles need it. */
export interface DiscourseState {
  readonly isTitle: boolean;
  readonly author: EntityDraft | null;
  /** Who writes: the author, or the body that a letter or a report comes from. */
  readonly writer: EntityDraft | null;
  /** To whom a letter is written: its "you". */
  readonly receiver: EntityDraft | null;
  /** The bodies that the paper goes from and to. */
  readonly ends: readonly EntityDraft[];
  /** Who speaks inside the quotation marks around this sentence; `undefined` outside. */
  readonly quotedSpeaker: EntityDraft | null | undefined;
  /** Whether a unit stands in quotation marks inside a sentence. */
  isQuoted(unit: TextRange): boolean;
  /** Last person who was a subject, and last persons mentioned, latest last; the author is not among them. */
  readonly lastSubject: EntityDraft | null;
  /** Whether the last subject was somebody whom the text names by an office only ("the Secretary"). */
  readonly isLastSubjectUnnamed: boolean;
  readonly recentPersons: readonly EntityDraft[];
  /** Named entities of other kinds, latest last. */
  readonly recent: readonly EntityDraft[];
  readonly talk: EntityDraft | null;
  /** Of the current talk: "the Ambassador" is one of them before he is one whom they speak of. */
  readonly participants: readonly EntityDraft[];
  /** The party that rules where somebody speaks for. */
  partyOf(speaker: EntityDraft | null): EntityDraft | null;
  readonly holders: PostHolders;
}

const firstPerson = new Set(['i', 'me', 'my', 'mine', 'myself']);
const thirdPerson = new Set(['he', 'him', 'his', 'himself', 'she', 'her', 'hers', 'herself']);
const secondPerson = new Set(['you', 'your', 'yours', 'yourself']);
/** Parts of the people that the text speaks of. */
const portions = new Set(['majority', 'some', 'others', 'most', 'many']);
const pronouns = soughtWords(new Set([...firstPerson, ...secondPerson, ...thirdPerson, ...portions]));

/** Gives the units of a sentence the entities that they stand for, from left to right. */
export function resolveUnits(
  units: readonly Unit[],
  registry: EntityRegistry,
  state: DiscourseState,
): readonly ReadUnit[] {
  const read: ReadUnit[] = [];
  let speaker: EntityDraft | null = null;
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    const entity: EntityDraft | null =
      unit.term === undefined
        ? pronoun(unit, read, units[index + 1], state)
        : termEntity(unit.term, read, registry, state, speaker);
    if (entity?.kind === 'PERSON' && speaker === null) speaker = entity;
    read.push(entity === null ? unit : readAs(unit, entity));
  }
  return read;
}

function pronoun(
  unit: Unit,
  left: readonly ReadUnit[],
  next: Unit | undefined,
  state: DiscourseState,
): EntityDraft | null {
  if (!pronouns.has(unit)) return null;
  if (firstPerson.has(unit.lower) && (unit.lower !== 'i' || unit.text === 'I')) {
    if (state.quotedSpeaker !== undefined) return state.quotedSpeaker;
    return state.isQuoted(unit) ? quotedHere(left, state) : state.author;
  }
  if (secondPerson.has(unit.lower)) {
    return state.quotedSpeaker === undefined && !state.isQuoted(unit) ? state.receiver : null;
  }
  // "He told us": the office that writes, through the one who signs.
  if (unit.lower === 'us' && unit.text === 'us' && state.quotedSpeaker === undefined && !state.isQuoted(unit))
    return state.writer;
  // "My interlocutor told": the other one of two who talk.
  if (unit.lower === 'interlocutor') {
    const others = state.participants.filter((person) => person !== state.author);
    return others.length === 1 ? (others[0] ?? null) : (state.lastSubject ?? null);
  }
  if (portions.has(unit.lower)) return portion(left, next, state);
  if (!thirdPerson.has(unit.lower)) return null;
  const isShe = /^(?:she|her|hers|herself)$/.test(unit.lower);
  const fits = (entity: EntityDraft | null | undefined): boolean => entity?.isWoman !== true || isShe;
  // The person named last in the sentence, else whoever the text was speaking of; never the author, who is "I".
  // "He said that … since he felt": one sentence has one "he" for its subject.
  const same =
    unit.lower === 'he' || unit.lower === 'she' ? left.find((before) => before.lower === unit.lower) : undefined;
  if (same !== undefined) return same.entity ?? null;
  const near = left.findLast(
    (before) =>
      isUnnamedHolder(before) || (isSomebody(before.entity) && before.entity !== state.author && fits(before.entity)),
  );
  const teller = near === undefined || !/^(?:he|she)$/.test(unit.lower) ? undefined : tellerBefore(near, left);
  if (teller !== undefined && teller.entity !== state.author) return teller.entity ?? null;
  if (near !== undefined && unit.lower === 'him' && isSubjectOf(near, left)) return otherThan(near.entity, left, state);
  if (near !== undefined) return near.entity ?? null;
  // "The Secretary agreed. He said": nobody whom the text has named.
  if (state.isLastSubjectUnnamed) return null;
  const spokenOf = [...state.recentPersons, state.lastSubject].filter((entity) => entity !== null && fits(entity));
  return (isShe ? spokenOf.findLast((entity) => entity?.isWoman === true) : undefined) ?? spokenOf.at(-1) ?? null;
}

/** Mikoyan said: "I know nothing": the person before the marks, else whoever the text was speaking of. */
function quotedHere(left: readonly ReadUnit[], state: DiscourseState): EntityDraft | null {
  const before = left.findLast((unit) => unit.entity?.kind === 'PERSON' && !state.isQuoted(unit));
  return before?.entity ?? state.lastSubject;
}

/** Whether the verb right before goes with that person: "Nehru wrote to" him is somebody else. */
function isSubjectOf(person: ReadUnit, left: readonly ReadUnit[]): boolean {
  const between = left.slice(left.indexOf(person) + 1);
  const verbs = between.filter(({ term, pos }) => term === undefined && pos === 'VERB');
  const [first] = between;
  const isBound = first?.pos === 'VERB' || first?.pos === 'AUX' || first?.pos === 'ADV';
  return isBound && verbs.length === 1 && between.length <= 4;
}

/** "Hammarskjold informed Wadsworth that he had": the one who tells, and not the one who is told. */
function tellerBefore(told: ReadUnit, left: readonly ReadUnit[]): ReadUnit | undefined {
  const at = left.indexOf(told);
  const before = left[at - 1]?.pos === 'DET' ? at - 2 : at - 1;
  const isTold = /^(?:told|informed|assured|notified|advised|reminded|warned)$/.test(left[before]?.lower ?? '');
  const rest = left.slice(at + 1).filter(({ term }) => term?.kind !== 'DATE');
  const opens = rest.at(-1)?.lower === 'that' && rest.every(({ lower }) => /^(?:that|on|today|yesterday)$/.test(lower));
  if (!isTold || !opens) return undefined;
  return left.slice(0, before).findLast(({ entity, pos }) => isSomebody(entity) || pos === 'VERB' || pos === 'NOUN');
}

/** The person spoken of before, who isn't this one. */
function otherThan(
  person: EntityDraft | undefined,
  left: readonly ReadUnit[],
  state: DiscourseState,
): EntityDraft | null {
  const isOther = (entity: EntityDraft | null | undefined): entity is EntityDraft =>
    entity?.kind === 'PERSON' && entity !== person && entity !== state.author;
  const inSentence = left.findLast(({ entity }) => isOther(entity))?.entity;
  return inSentence ?? [...state.recentPersons, state.lastSubject].findLast(isOther) ?? null;
}

/** One person: by name, or by an office that nobody else holds. */
export function isSomebody(entity: EntityDraft | undefined): boolean {
  return entity?.kind === 'PERSON' || entity?.officeOf !== undefined;
}

/** An office that stands for its holder, whom the text doesn't name. */
export function isUnnamedHolder({ term, entity }: ReadUnit): boolean {
  return term?.kind === 'OFFICE' && entity === undefined;
}

/** "The majority approve", "Some are expressing alarm": a part of the people that the text speaks of. */
function portion(left: readonly ReadUnit[], next: Unit | undefined, state: DiscourseState): EntityDraft | null {
  const opens = left.every(
    (before) => before.term === undefined && /^(?:the|["“(]|a|great|overwhelming|vast)$/.test(before.lower),
  );
  if (!opens || next?.term !== undefined || !/^(?:VERB|AUX|ADV)$/.test(next?.pos ?? '')) return null;
  return (
    state.recent.findLast(
      (entity) =>
        entity.kind === 'GROUP' &&
        entity.terms.some((term) =>
          /^(?:population|people|peoples|residents|workers|citizens|peasants|students|members|party members|inhabitants|delegates)$/.test(
            term.head ?? '',
          ),
        ),
    ) ?? null
  );
}

function termEntity(
  term: Term,
  left: readonly ReadUnit[],
  registry: EntityRegistry,
  state: DiscourseState,
  speaker: EntityDraft | null,
): EntityDraft | null {
  if (term.kind === 'DATE' || term.kind === 'NAME') return null;
  if (term.kind === 'OFFICE') return heldBy(term, left, registry, state);
  if (term.mention === 'name') {
    const entity = registry.find(term, term.kind) ?? null;
    if (entity?.kind === 'EVENT') nameHolders(entity, term, left, registry, state, speaker);
    return entity;
  }
  if (term.kind === 'PLACE')
    return term.authority === undefined ? null : (registry.byAuthority(term.authority) ?? null);
  if (term.kind === 'ORGANIZATION') return bareBody(term, registry, state, speaker);
  if (term.kind === 'GROUP')
    return (
      state.recent.findLast(({ kind, terms }) => kind === 'GROUP' && terms.some(({ head }) => head === term.head)) ??
      null
    );
  if (term.kind === 'EVENT') return bareEvent(term, state);
  return null;
}

/** "plenum of our Party": the body behind the title held the event; a plenum without a body, the central committee named last. */
function nameHolders(
  event: EntityDraft,
  term: Term,
  left: readonly ReadUnit[],
  registry: EntityRegistry,
  state: DiscourseState,
  speaker: EntityDraft | null,
): void {
  if (
    term.head === 'plenum' &&
    event.holders.length === 0 &&
    !event.terms.some((known) => known.parts.some(({ role }) => role === 'body'))
  ) {
    const committee = [...state.recent, ...left.flatMap((unit) => unit.entity ?? [])].findLast((entity) =>
      entity.key.endsWith('/cc'),
    );
    if (committee !== undefined) event.holders.push(committee);
  }
  for (const { role, term: body } of term.parts) {
    if (role !== 'body' || body.mention !== 'title' || body.kind !== 'ORGANIZATION') continue;
    const holder = bareBody(body, registry, state, speaker);
    if (holder !== null && !event.holders.includes(holder)) event.holders.push(holder);
  }
}

function heldBy(
  office: Term,
  left: readonly ReadUnit[],
  registry: EntityRegistry,
  state: DiscourseState,
): EntityDraft | null {
  const present = registry.byKey('PERSON', `holder of ${keyOf(office.name)}`);
  if (present !== undefined) return present;
  // A title names the holder in brackets behind the office.
  const holder = state.isTitle || isRoleOf(left) ? null : holderOf(office, registry);
  return holder ?? officeHolder(office, state);
}

/** "He was appointed Ambassador to Peking", "as Premier of the ROK": what somebody is, and nobody else. */
function isRoleOf(left: readonly ReadUnit[]): boolean {
  const before = left.findLast(({ lower }) => !/^(?:the|a|an|new|first)$/.test(lower));
  return (
    before !== undefined &&
    (/^(?:as|be|is|was|became|become|been|appointed|named|elected|made|of|or|and|,|\()$/.test(before.lower) ||
      before.lower === 'post')
  );
}

export function officeHolder(term: Term, state: DiscourseState): EntityDraft | null {
  const { head = '' } = term;
  const holders = state.holders.of(head);
  const present = holders.findLast((holder) => state.participants.includes(holder));
  return present ?? (state.holders.isOtherwiseHeld(head) ? null : (holders.at(-1) ?? null));
}

function bareBody(
  term: Term,
  registry: EntityRegistry,
  state: DiscourseState,
  speaker: EntityDraft | null,
): EntityDraft | null {
  const bodies = state.recent.filter((entity) => entity.kind === 'ORGANIZATION');
  if (term.head === 'our-party') {
    return state.partyOf(state.quotedSpeaker === undefined ? (speaker ?? state.lastSubject) : state.quotedSpeaker);
  }
  // The letterhead, or the author's post, names the embassy first.
  if (term.head === 'own-embassy')
    return registry.entities.find(({ kind, terms }) => kind === 'ORGANIZATION' && terms.some(isEmbassy)) ?? null;
  if (term.head === 'ministry') {
    const isMinistry = ({ terms }: EntityDraft) => terms.some(({ head }) => head === 'ministry');
    return state.receiver !== null && isMinistry(state.receiver)
      ? state.receiver
      : (bodies.findLast(isMinistry) ?? null);
  }
  if (term.head === 'party') return bodies.findLast(isParty) ?? null;
  const organ = bodies.findLast((entity) => entity.key.split('/').at(-1) === term.head);
  if (organ !== undefined || term.rule !== 'bare-body' || term.head === undefined) return organ ?? null;
  // In a paper of an embassy to its department these are the ones.
  const isOne = (entity: EntityDraft) => isNamedAs(entity, term.head ?? '');
  const isEnd = /^(?:department|embassy|legation|consulate|mission|command)$/.test(term.head);
  const told = (isEnd ? state.ends.find(isOne) : undefined) ?? bodies.findLast(isOne);
  if (told !== undefined) return told;
  const [only, ...others] = registry.entities.filter((entity) => entity.kind === 'ORGANIZATION' && isOne(entity));
  return others.length === 0 ? (only ?? null) : null;
}

/** "the Council" for the Security Council, the Council of Ministers. */
function isNamedAs({ terms }: EntityDraft, head: string): boolean {
  return terms.some(({ name, mention }) => {
    const words = name.toLowerCase();
    return mention === 'name' && (words.endsWith(` ${head}`) || words.startsWith(`${head} `));
  });
}

function isEmbassy({ head, name }: Term): boolean {
  return head === 'embassy' || /^(?:embassy|legation) of\b/iu.test(name);
}

/** Told by the names of the authorities: "… Party", "Workers' Party of …", an abbreviation that ends in P or begins with CP. */
export function isParty(entity: EntityDraft): boolean {
  return (
    entity.terms.some((term) => /\bparty\b/i.test(term.name)) ||
    (entity.authority !== undefined && partyIds.test(entity.authority))
  );
}

const partyIds = /^organization:(?:[a-z]*(?:cp|wp|sp)[a-z]*|.*party.*|skyu|lcy|sed|league-of-communists.*)$/;

function bareEvent(term: Term, state: DiscourseState): EntityDraft | null {
  const head = term.head ?? '';
  if (state.talk !== null && /^(?:conversation|talk|talks|meeting|reception|visit)$/.test(head)) {
    const named = state.recent.findLast((entity) => entity.kind === 'EVENT' && readEventKey(entity.key).head === head);
    if (named === undefined || /^(?:conversation|talk)$/.test(head)) return state.talk;
    return named;
  }
  const events = state.recent.filter(({ kind }) => kind === 'EVENT');
  const same = events.findLast((entity) => readEventKey(entity.key).head === head);
  // "A dinner was held … Present at the reception were": one gathering by two words.
  return same ?? (isOccasionHead(head) ? (events.findLast(isOccasion) ?? null) : null);
}
