import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import { AnnouncedQuotations } from './announced-quotations.js';
import type { AttributedQuotation } from './attribution.js';
import type { Authorship } from './author.js';
import { type Predicate, predicates } from './clause.js';
import { type DiscourseState, isSomebody, isUnnamedHolder, officeHolder, resolveUnits } from './coreference.js';
import { partyOf } from './country-of.js';
import { decidingBody } from './decisions.js';
import type { Discourse, DiscourseSentence } from './discourse-sentence.js';
import type { ParsedDocument, ParsedSentence } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';
import { dateHeading, toldDate } from './entry-dates.js';
import { isOccasion } from './occasions.js';
import { withOmittedSubject } from './omitted-subjects.js';
import { PostHolders } from './post-holders.js';
import { QuotedPapers } from './quoted-papers.js';
import type { ReadSentence, ReadUnit } from './reading.js';
import { moveLast } from './recent-entities.js';
import { openingSubject, subjectUnits } from './subject-units.js';
import type { TalkDraft } from './talk-draft.js';
import { silentIn, type TalkTime, talkNoun, talkTime, tellsHead } from './talk-heads.js';
import {
  attendedOccasion,
  companions,
  distinct,
  headedTalk,
  hostsOf,
  interpretersOf,
  isAbsence,
  joinedTalk,
  listedAsPresent,
  namesSide,
  openedTalk,
  persons,
  toldAuthor,
} from './talks.js';
import { recordedTalk, titleEvent } from './title-events.js';
import { type Turn, TurnReader } from './turns.js';
import type { Term } from './unit.js';
import { type Voice, voicesOf } from './voices.js';

export interface DiscourseContext {
  readonly parsed: ParsedDocument;
  readonly authorship: Authorship;
  readonly quotations: readonly AttributedQuotation[];
  readonly documentDate: string | null;
  recordOf(id: string): AuthorityRecord | undefined;
}

/** Reads the sentences in order: resolves pronouns and titles, follows the talks, keeps the date of the entry. */
export function readDiscourse(context: DiscourseContext): Discourse {
  const reader = new DiscourseReader(context);
  const voices = voicesOf(context.parsed, context.authorship);
  const sentences = context.parsed.sentences.flatMap((sentence, index) => {
    const voice = voices[index];
    return voice === undefined ? [] : [reader.read(sentence, voice)];
  });
  return { sentences, talks: reader.talks };
}

/** Of a paragraph that opens a talk, as much as may call it something. */
const longestAside = 160;

class DiscourseReader {
  readonly talks: TalkDraft[] = [];
  #recent: readonly EntityDraft[] = [];
  #recentPersons: readonly EntityDraft[] = [];
  #lastSubject: EntityDraft | null = null;
  #isLastSubjectUnnamed = false;
  #talk: TalkDraft | null = null;
  #isFirst = true;
  #inPresentList = false;
  #voice: Voice | null = null;
  readonly #papers: QuotedPapers;
  #previous: { readonly sentence: ReadSentence; readonly verbs: readonly Predicate[] } | null = null;
  readonly #turns: TurnReader;
  readonly #announced: AnnouncedQuotations;
  #isAnnounced = false;
  #turn: Turn | null = null;
  /** The talk that a heading opened, and whether the text has told anything since the last one. */
  #headed: TalkDraft | null = null;
  #hasTold = false;
  #side = 0;
  /** Whether the text is a diary: days, and under each what was done. */
  #hasEntries = false;
  #date: string | null;
  /** Interpreters whom the head names before a talk is open. */
  readonly #silent: EntityDraft[] = [];
  #time: TalkTime | null = null;
  readonly #holders = new PostHolders();

  /** The body whose decision the document is. */
  readonly #deciding: EntityDraft | null;

  constructor(readonly context: DiscourseContext) {
    this.#deciding = decidingBody(context.parsed);
    this.#date = context.documentDate;
    this.#papers = new QuotedPapers(context.parsed);
    this.#turns = new TurnReader(context.parsed.sentences);
    this.#announced = new AnnouncedQuotations(context.parsed.text.quotations);
  }

  /** Whether words stand in the quotation marks of somebody of whom the text tells. */
  #isQuoted({ start }: { readonly start: number }, paragraph: number): boolean {
    if (this.#voice !== null && this.#papers.isVoice(this.#voice)) return false;
    return this.context.parsed.text.quotations.some(
      (quotation) => quotation.paragraph === paragraph && start > quotation.start && start < quotation.end,
    );
  }

  get #ends(): readonly EntityDraft[] {
    const { sender, receivers } = this.context.authorship;
    return [...(sender === null ? [] : [sender]), ...receivers].filter(({ kind }) => kind === 'ORGANIZATION');
  }

  read(parsed: ParsedSentence, voice: Voice): DiscourseSentence {
    if (voice.isAttached && this.#voice?.isAttached === false) this.#talk = null;
    this.#voice = voice;
    const entryDate = dateHeading(parsed, this.context.documentDate);
    if (entryDate !== null) {
      this.#hasEntries = true;
      this.#lastSubject = null;
      this.#date = entryDate;
      // A heading tells of the talk, and the date under it of its day.
      if (this.#talk !== null && this.#talk === this.#headed && !this.#hasTold) this.#talk.date = entryDate;
      else if (this.#talk?.opening.paragraph.role !== 'title') this.#talk = null;
    }
    const { registry } = this.context.parsed;
    const quotedSpeaker = this.#quotedSpeaker(parsed);
    const told = this.#papers.voiceOf(parsed.sentence, voice);
    this.#voice = told;
    const read = resolveUnits(parsed.units, registry, this.#state(parsed, quotedSpeaker));
    const subjects = { author: this.#author, deciding: this.#deciding };
    const units = quotedSpeaker === undefined ? withOmittedSubject(read, parsed.paragraph, subjects) : read;
    const verbs = predicates(units);
    const sentence: ReadSentence = { sentence: parsed.sentence, paragraph: parsed.paragraph, units };
    if (quotedSpeaker === undefined) {
      this.#announced.read(sentence, verbs);
      this.#followTalk(sentence, verbs);
    }
    if (this.#isFirst) this.#openTitleTalk(sentence);
    const spoken = this.#isQuoted({ start: parsed.sentence.start + 1 }, parsed.paragraph.index);
    this.#remember(units, verbs, quotedSpeaker !== undefined || spoken);
    this.#previous = { sentence, verbs };
    if (verbs.length > 0 && parsed.paragraph.role !== 'title') this.#hasTold = true;
    return {
      sentence: parsed.sentence,
      paragraph: parsed.paragraph,
      units,
      predicates: verbs,
      talk: this.#talk,
      date: this.#date,
      quotedSpeaker,
      isAnnounced: this.#isAnnounced,
      turn: this.#turn?.index ?? null,
      voice: told,
      isQuoted: spoken,
    };
  }

  #state({ paragraph }: ParsedSentence, quotedSpeaker: EntityDraft | null | undefined): DiscourseState {
    return {
      isTitle: paragraph.role === 'title',
      author: this.#author,
      writer: this.#voice?.author ?? null,
      receiver: this.#voice?.receivers.length === 1 ? (this.#voice.receivers[0] ?? null) : null,
      ends: this.#ends,
      isQuoted: (unit) => this.#isQuoted(unit, paragraph.index),
      quotedSpeaker,
      lastSubject: this.#lastSubject,
      recentPersons: this.#recentPersons,
      isLastSubjectUnnamed: this.#isLastSubjectUnnamed,
      recent: this.#recent,
      talk: this.#talk?.event ?? null,
      participants: this.#talk?.participants ?? [],
      partyOf: (speaker) => partyOf(speaker, this.context.parsed.registry.entities, this.context.recordOf),
      holders: this.#holders,
    };
  }

  #quotedSpeaker(parsed: ParsedSentence): EntityDraft | null | undefined {
    this.#isAnnounced = false;
    const { start, end } = parsed.sentence;
    const label = this.#dialogue(parsed);
    if (label !== undefined) return label;
    const quoted = this.context.quotations.find(
      ({ quotation }) => start < quotation.inner.end && end > quotation.inner.start,
    );
    if (quoted === undefined) return undefined;
    const { attribution, quotation } = quoted;
    if (attribution === null) {
      if (this.#voice !== null && this.#papers.opens(quotation, this.#voice, this.#previous)) return undefined;
      const announced = this.#announced.speakerOf(parsed.paragraph.index);
      this.#isAnnounced = announced !== null;
      return announced;
    }
    if (attribution.kind === 'NAME' || attribution.kind === 'DATE' || attribution.kind === 'OFFICE') return null;
    return this.context.parsed.registry.find(attribution, attribution.kind) ?? null;
  }

  /** "Mao: …": the label of a transcript speaks to the next one. */
  #dialogue(parsed: ParsedSentence): EntityDraft | undefined {
    this.#turn = this.#turns.read(parsed, (term) =>
      term.kind === 'OFFICE'
        ? officeHolder(term, this.#state(parsed, undefined))
        : (this.context.parsed.registry.find(term, 'PERSON') ?? null),
    );
    return this.#turn?.speaker;
  }

  /** Who "I" is. */
  get #author(): EntityDraft | null {
    return this.#voice?.author?.kind === 'PERSON' ? this.#voice.author : null;
  }

  #followTalk(sentence: ReadSentence, verbs: readonly Predicate[]): void {
    const author = this.#author;
    const { text } = sentence.paragraph;
    if (tellsHead('time', text)) this.#dateTalk(talkTime(text, sentence.units));
    if (tellsHead('silent', text)) {
      this.#silent.push(...persons(sentence.units));
      this.#joinSilent(sentence);
      return;
    }
    this.#inPresentList =
      listedAsPresent(sentence.paragraph.text) ||
      (this.#inPresentList && verbs.length === 0 && sentence.paragraph.text.length < 200);
    if (this.#inPresentList) {
      this.#readPresent(sentence);
      return;
    }
    const attended = attendedOccasion(sentence.units, author);
    if (attended !== null && author !== null && !this.talks.some(({ event }) => event === attended)) {
      this.#open(
        [author, ...hostsOf(attended, this.context.parsed.registry), ...companions(sentence.units)],
        sentence,
        attended,
      );
      return;
    }
    const headed = headedTalk(sentence, verbs, author);
    const opened = openedTalk(sentence.units, verbs, author) ?? headed ?? this.#told(sentence, verbs);
    if (opened !== null && !this.#isSameTalk(opened)) {
      this.#open(opened, sentence);
      if (headed !== null) this.#head(sentence);
    }
    for (const interpreter of this.#talk === null ? [] : interpretersOf(sentence.units)) {
      if (interpreter === author) continue;
      this.#join(interpreter, sentence);
      this.#talk?.silent.push(interpreter);
    }
    const joined = joinedTalk(sentence.units);
    if (joined.length === 0) return;
    const event = sentence.units.find(({ entity }) => entity?.kind === 'EVENT')?.entity;
    if (event !== undefined && isOccasion(event)) this.#enter(event, sentence);
    if (this.#talk === null && author !== null) this.#open([author, ...joined], sentence);
    for (const person of joined) this.#join(person, sentence);
  }

  /** "Conversation between A and B": the document is the talk. */
  #openTitleTalk(sentence: ReadSentence): void {
    this.#isFirst = false;
    const { author, conversation } = this.context.authorship;
    const participants = distinct([...(author === null ? [] : [author]), ...conversation]);
    if (this.#talk === null && conversation.length > 0 && participants.length > 1) this.#open(participants, sentence);
  }

  /** "Time: 3 May 1956, noon": of the talk that the document records. */
  #dateTalk(time: TalkTime | null): void {
    if (time === null) return;
    this.#time = time;
    const [talk, ...others] = this.talks;
    if (talk === undefined || others.length > 0) return;
    talk.date = time.date;
    talk.endDate = time.endDate;
  }

  /** The talk that a heading tells of, on the day that it gives. */
  #head({ units, paragraph }: ReadSentence): void {
    this.#headed = this.#talk;
    const time = talkTime(paragraph.text, units);
    if (this.#talk === null || time === null) return;
    this.#talk.date = time.date;
    this.#talk.endDate = time.endDate;
  }

  /** "X told me that", in a diary: a talk, where none is open; at a reception, one more of its guests. */
  #told(sentence: ReadSentence, verbs: readonly Predicate[]): readonly EntityDraft[] | null {
    const told = toldAuthor(sentence.units, verbs, this.#author);
    if (told === null || this.#author === null || this.#voice?.isAttached === true) return null;
    if (this.#talk === null) return this.#hasEntries ? [this.#author, told] : null;
    if (!isOccasion(this.#talk.event)) return null;
    this.#join(told, sentence);
    if (!this.#talk.openers.includes(told)) this.#talk.openers.push(told);
    return null;
  }

  #joinSilent(sentence: ReadSentence): void {
    if (this.#talk === null) return;
    for (const person of this.#silent.splice(0)) {
      this.#join(person, sentence);
      this.#talk.silent.push(person);
    }
  }

  /** Those of a list of the present took part in the talk, or in the meeting that the title names. */
  #readPresent(sentence: ReadSentence): void {
    if (isAbsence(sentence.paragraph.text)) return;
    const present = persons(sentence.units);
    const event = sentence.units.find(({ entity }) => entity?.kind === 'EVENT')?.entity;
    if (event !== undefined && isOccasion(event)) this.#enter(event, sentence);
    if (this.#talk === null && present.length > 0) this.#open(present, sentence, titleEvent(this.context.parsed));
    for (const person of present) this.#join(person, sentence);
    if (namesSide(sentence)) this.#side++;
    if (this.#side > 0) for (const person of present) this.#talk?.sides.set(person, this.#side);
    this.#talk?.silent.push(...silentIn(sentence.units));
  }

  /** A reception that is told of: the talk to which those present come. */
  #enter(event: EntityDraft, sentence: ReadSentence): void {
    const known = this.talks.find((talk) => talk.event === event);
    if (known === undefined) this.#open([], sentence, event);
    else this.#talk = known;
  }

  #isSameTalk(participants: readonly EntityDraft[]): boolean {
    return this.#talk !== null && participants.every((person) => this.#talk?.participants.includes(person));
  }

  #open(participants: readonly EntityDraft[], opening: ReadSentence, named?: EntityDraft): void {
    const { registry } = this.context.parsed;
    const event = named ?? registry.add('EVENT', `conversation#${this.talks.length}`);
    const { title, time } = recordedTalk(this.context.parsed, this.context.authorship, this.#time);
    const own = this.talks.length === 0 ? time : null;
    const date = own?.date ?? toldDate(this.#date, opening.units);
    const noun = talkNoun(this.talks.length === 0 ? title : opening.paragraph.text.slice(0, longestAside));
    const endDate = own?.endDate ?? null;
    const openers = distinct(participants);
    this.#talk = {
      event,
      participants: [],
      openers,
      silent: [],
      sides: new Map(),
      evidence: new Map(),
      date,
      endDate,
      noun,
      opening,
    };
    this.talks.push(this.#talk);
    for (const person of openers) this.#join(person, opening);
    // "Received the Consul. He said": he who came.
    const [guest, ...others] = openers.filter((person) => person !== this.#author);
    if (guest !== undefined && others.length === 0) this.#lastSubject = guest;
    this.#joinSilent(opening);
  }

  #join(person: EntityDraft, sentence: ReadSentence): void {
    if (this.#talk === null || this.#talk.participants.includes(person)) return;
    this.#talk.participants.push(person);
    this.#talk.evidence.set(person, sentence);
  }

  #remember(units: readonly ReadUnit[], verbs: readonly Predicate[], quoted: boolean): void {
    const author = this.#author;
    for (const unit of units) {
      const { entity, term } = unit;
      if (isUnnamedHolder(unit) && term?.head !== undefined) this.#holders.noteUnnamed(term.head);
      if (entity === undefined) continue;
      if (entity.kind === 'PERSON') {
        if (entity !== author) this.#recentPersons = moveLast(this.#recentPersons, entity);
        for (const { role, term: post } of term?.parts ?? [])
          if (role === 'post' && post.head !== undefined) this.#holders.note(post.head, entity);
      } else {
        if (entity.officeOf?.head !== undefined) this.#holders.note(entity.officeOf.head, entity);
        for (const inner of term?.parts ?? []) this.#rememberPart(inner.term);
        this.#recent = moveLast(this.#recent, entity);
      }
    }
    if (quoted) return;
    const subject = [...verbs.flatMap((verb) => subjectUnits(verb, units)), ...openingSubject(units)]
      .filter((unit) => isUnnamedHolder(unit) || (isSomebody(unit.entity) && unit.entity !== author))
      .sort((a, b) => a.start - b.start)[0];
    if (subject === undefined) return;
    this.#lastSubject = subject.entity ?? null;
    this.#isLastSubjectUnnamed = subject.entity === undefined;
  }

  #rememberPart(term: Term): void {
    if (term.mention !== 'name' || term.kind === 'DATE' || term.kind === 'NAME' || term.kind === 'OFFICE') return;
    for (const part of term.parts) this.#rememberPart(part.term);
    const entity = this.context.parsed.registry.find(term, term.kind);
    if (entity !== undefined && entity.kind !== 'PERSON') this.#recent = moveLast(this.#recent, entity);
  }
}
