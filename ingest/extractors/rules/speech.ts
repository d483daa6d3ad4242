import type { StatementMode } from '../../../src/model/ontology.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import { attributedView } from './attributed-views.js';
import type { Predicate } from './clause.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft, StatementDraft } from './graph-draft.js';
import { impliedAddressees } from './implied-addressees.js';
import { takesPosition } from './positions.js';
import { speechAct } from './speech-act.js';
import {
  askedToDo,
  directsReader,
  isAgreedByAll,
  isCircumstance,
  isImpersonal,
  isOrdered,
  isOurs,
  isPoliteWish,
  isPurposeOfVisit,
  isRelativeAside,
  isResolution,
  isWideTalk,
  leadIn,
  opensWithOrder,
  opinions,
  withoutI,
} from './speech-cues.js';
import {
  answers,
  isToUnnamed,
  otherSpeakers,
  partiesOf,
  planned,
  relationOfMode,
  type SpokenTurn,
} from './speech-parties.js';
import { lastUnit, statementRange } from './statement-ranges.js';
import { agentsOf, holdersOf, subjectsOf } from './subjects.js';
import type { TalkDraft } from './talk-draft.js';
import { distinct } from './talks.js';
import { opinionStatement, toldOpinions } from './told-opinions.js';

/**
 * Reported speech, sentence by sentence: who said what to whom, and the relations that follow from it (told, asked,
 * promised). Sentences without a verb of speech that follow in the same paragraph go on with what was said.
 */
export class SpeechReader {
  #turns: SpokenTurn[] = [];
  #talk: TalkDraft | null = null;
  #open: { statement: StatementDraft; index: number; paragraph: number } | null = null;
  /** Index of a question whose addressee is still open. */
  #asked: number | null = null;
  lastRequester: EntityDraft | null = null;

  constructor(
    readonly registry: EntityRegistry,
    readonly graph: GraphDraft,
    readonly recordOf: (id: string) => AuthorityRecord | undefined,
  ) {}

  read(sentence: DiscourseSentence): void {
    if (sentence.talk !== this.#talk) {
      this.#talk = sentence.talk;
      this.#turns = [];
      this.#asked = null;
    }
    if (sentence.paragraph.role === 'title') return;
    if (sentence.quotedSpeaker !== undefined) {
      this.#open = null;
      if (sentence.isAnnounced) this.#quote(sentence);
      if (sentence.turn !== null) this.#recall(sentence);
      return;
    }
    if (this.#open !== null && this.#open.paragraph !== sentence.paragraph.index) this.#open = null;
    const view = attributedView(sentence.units);
    if (view !== null && view !== sentence.voice.author) {
      this.#attribute(view, sentence);
      return;
    }
    const stated = isOrdered(sentence)
      ? []
      : sentence.predicates.filter((predicate) => this.#state(sentence, predicate));
    if (stated.length === 0 && this.#toldOpinion(sentence)) return;
    if (stated.length === 0 && !this.#request(sentence) && !this.#goOn(sentence)) this.#ownWords(sentence);
  }

  /** "K: I told him …": what a speaker of a transcript tells of other talks. */
  #recall(sentence: DiscourseSentence): void {
    for (const predicate of sentence.predicates) {
      const isTold =
        predicate.verb.form === 'past' &&
        predicate.verb.frame.mode !== undefined &&
        predicate.subject.some((index) =>
          /^(?:PERSON|ORGANIZATION|GROUP)$/.test(sentence.units[index]?.entity?.kind ?? ''),
        );
      if (isTold) this.#state({ ...sentence, talk: null }, predicate);
    }
  }

  /** "According to X, …": the sentence is his, inside what somebody else was telling. */
  #attribute(speaker: EntityDraft, sentence: DiscourseSentence): void {
    const { talk, voice, date } = sentence;
    const isOfTalk = talk?.participants.includes(speaker) === true;
    const outer = this.#open === null ? undefined : this.graph.statements[this.#open.index]?.speaker;
    const isNested = outer !== undefined && outer !== speaker;
    if (isNested) this.#goOn(sentence);
    const { author } = voice;
    const addressees = isOfTalk && author !== null && author !== speaker && !isNested ? [author] : [];
    const { start, end } = sentence.sentence;
    const about = subjectsOf(sentence.units, this.registry).filter(
      (entity) => entity !== speaker && !addressees.includes(entity),
    );
    const statement: StatementDraft = {
      speaker,
      mode: 'SAID',
      addressees,
      about,
      range: { start, end },
      date,
      reportedBy: isNested ? [outer] : [],
      rule: 'attributed-view',
      confidence: 0.7,
    };
    this.graph.state(statement);
    this.#relate(statement, undefined, sentence);
    if (!isNested) this.#turn(statement, sentence, false);
    for (const predicate of sentence.predicates) {
      const [who] = partiesOf(sentence, predicate, this.registry, this.recordOf);
      if (who !== undefined && who !== speaker) this.#state({ ...sentence, talk: null }, predicate);
    }
  }

  /** @returns whether the predicate made a statement. */
  #state(sentence: DiscourseSentence, predicate: Predicate): boolean {
    const { units } = sentence;
    planned(sentence, predicate, this.registry, this.recordOf, this.graph);
    if (
      (predicate.negated && !opinions.has(predicate.verb.lemma)) ||
      (predicate.future &&
        predicate.verb.form === 'base' &&
        !isPoliteWish(sentence, predicate) &&
        !isPurposeOfVisit(sentence, predicate)) ||
      isRelativeAside(sentence, predicate)
    )
      return false;
    const [named, toWhom] = partiesOf(sentence, predicate, this.registry, this.recordOf);
    const spokenTo = toWhom.length > 0 ? toWhom : askedToDo(sentence, predicate);
    const speaker = named ?? this.#telegraphic(sentence, predicate);
    if (
      speaker === undefined ||
      (predicate.verb.form === 'gerund' && !predicate.progressive && units[predicate.at - 1]?.pos !== 'NOUN')
    )
      return false;
    const implied = isToUnnamed(sentence, predicate)
      ? []
      : impliedAddressees(speaker, sentence, predicate, { turns: this.#turns, registry: this.registry });
    const addressees = spokenTo.length > 0 ? spokenTo : implied;
    const isGuess =
      spokenTo.length === 0 && isWideTalk(sentence) && !addressees.some(({ kind }) => kind === 'ORGANIZATION');
    const mode = speechAct(units, predicate, speaker, answers(this.#turns.at(-1), speaker, addressees));
    if (
      mode === null ||
      ((predicate.verb.frame.mode === undefined || predicate.verb.form === 'predicative') &&
        (predicate.passive || sentence.talk?.participants.includes(speaker) !== true) &&
        !takesPosition(units, predicate) &&
        !(sentence.voice.receivers.length === 0 && isResolution(speaker, predicate)))
    )
      return false;
    const nested = this.#chain(sentence, predicate);
    if (nested === 'question') return false;
    const last = lastUnit(sentence, predicate);
    const own = units.slice(predicate.start, last);
    const complement = units.slice(predicate.at + 1, last).concat(leadIn(sentence, predicate));
    const about = subjectsOf(complement, this.registry).filter(
      (entity) => entity !== speaker && !addressees.includes(entity),
    );
    const spokenOf = subjectsOf(units.slice(predicate.at + 1, last), this.registry).filter(
      (entity) => addressees.includes(entity) && spokenTo.length === 0 && entity.kind !== 'PERSON',
    );
    const range = statementRange(sentence, predicate, own);
    const statement: StatementDraft = {
      speaker,
      mode,
      addressees,
      about: distinct([...about, ...spokenOf]),
      range,
      date: sentence.date,
      reportedBy: nested,
      rule: `speech:${predicate.verb.lemma}`,
      confidence: 0.8,
    };
    for (const other of otherSpeakers(sentence, predicate, speaker, this.registry)) {
      const own = { ...statement, speaker: other, addressees: addressees.filter((addressee) => addressee !== other) };
      this.graph.state(own);
      if (!isGuess) this.#relate(own, predicate, sentence);
    }
    const answered = nested.length === 0 ? this.#answered(statement, sentence) : null;
    const told = answered !== null && isGuess ? { ...statement, addressees: [answered] } : statement;
    this.graph.state(told);
    if (!isGuess || answered !== null) this.#relate(told, predicate, sentence);
    if (isGuess && mode === 'ASKED') this.#asked = this.graph.statements.length - 1;
    if (nested.length === 0) this.#turn(told, sentence, isCircumstance(sentence, predicate));
    return true;
  }

  /** "Recommend Department reconsider": telegrams leave "I" out. */
  #telegraphic(sentence: DiscourseSentence, predicate: Predicate): EntityDraft | undefined {
    const { units } = sentence;
    const { author } = sentence.voice;
    if (isImpersonal(sentence, predicate)) return author ?? undefined;
    if (isAgreedByAll(sentence, predicate) && sentence.talk !== null)
      return holdersOf(sentence.talk.event, this.registry)[0];
    if (author === null || predicate.passive || predicate.subject.length > 0) return undefined;
    if (isOurs(sentence, predicate)) return author;
    if (predicate.hasOtherSubject) return undefined;
    const opens = units.slice(0, predicate.at).every((unit) => /^(?:NUM|PUNCT|ADV|SYM)$/.test(unit.pos));
    return opens && withoutI.test(units[predicate.at]?.lower ?? '') ? author : undefined;
  }

  /** Who reported a statement that stands inside another; "question" where it is only asked about. */
  #chain(sentence: DiscourseSentence, predicate: Predicate): EntityDraft[] | 'question' {
    if (predicate.parent === null) return [];
    const parent = sentence.predicates.find((other) => other.at === predicate.parent);
    if (parent === undefined) return [];
    if (parent.verb.frame.mode === 'ASKED' || parent.negated) return 'question';
    return agentsOf(
      parent.subject.map((index) => sentence.units[index]),
      this.registry,
    );
  }

  /** Where many talk, a question was for the one who speaks next. @returns who asked it. */
  #answered({ speaker }: StatementDraft, sentence: DiscourseSentence): EntityDraft | null {
    const question = this.#asked === null ? undefined : this.graph.statements[this.#asked];
    if (this.#asked === null || question === undefined || question.speaker === speaker) return null;
    const put = { ...question, addressees: [speaker] };
    this.graph.statements[this.#asked] = put;
    this.#asked = null;
    this.#relate(put, undefined, sentence);
    return question.speaker;
  }

  #relate(statement: StatementDraft, predicate: Predicate | undefined, { voice }: DiscourseSentence): void {
    // Who proposes something to the reader of his paper asks him for it.
    const asksReader =
      statement.mode === 'PROPOSED' && statement.speaker === voice.author && statement.addressees === voice.receivers;
    const type =
      (asksReader ? 'ASKED' : relationOfMode[statement.mode]) ??
      (predicate?.verb.frame.relation === 'INFORMED' ? 'INFORMED' : undefined);
    if (type === undefined) return;
    for (const addressee of statement.addressees) {
      this.graph.relate(type, statement.speaker, addressee, {
        range: statement.range,
        rule: statement.rule,
        confidence: 0.8,
        date: statement.date,
        modality: statement.reportedBy.length > 0 ? 'REPORTED' : 'ASSERTED',
      });
    }
  }

  #turn(statement: StatementDraft, sentence: DiscourseSentence, isAside: boolean): void {
    // "Dobrynin said … The U.S. constantly asked for": what one at the table tells of somebody else goes on with his turn.
    const isRetold = this.#open !== null && sentence.talk?.participants.includes(statement.speaker) === false;
    if (isRetold) return;
    this.#turns.push({ speaker: statement.speaker, mode: statement.mode });
    if (/^(?:REQUESTED|PROPOSED)$/.test(statement.mode)) this.lastRequester = statement.speaker;
    this.#open =
      !isAside && /^(?:SAID|INFORMED|REPLIED)$/.test(statement.mode)
        ? { statement, index: this.graph.statements.length - 1, paragraph: sentence.paragraph.index }
        : null;
  }

  /** "Moscow's feeling was that …": told by a noun. */
  #toldOpinion(sentence: DiscourseSentence): boolean {
    const [opinion] = toldOpinions(sentence, this.registry);
    if (opinion === undefined) return false;
    // What somebody at the table tells of others' views is his.
    const isRetold = this.#open !== null && sentence.talk?.participants.includes(opinion.speaker) === false;
    if (isRetold) return false;
    const statement = opinionStatement(opinion, sentence);
    this.graph.state(statement);
    this.#relate(statement, undefined, sentence);
    this.#turn(statement, sentence, false);
    return true;
  }

  /** "Please tell him": what a paper asks of the one it goes to. */
  #request(sentence: DiscourseSentence): boolean {
    const { units, voice } = sentence;
    const at = units.findIndex((unit) => unit.lower === 'please');
    const before = units[at - 1];
    const isAsked =
      at >= 0 && (before?.term === undefined || before.features.has('PLACE') || before.term.kind === 'ORGANIZATION');
    const isOrder = voice.author !== null && (opensWithOrder(sentence) || directsReader(sentence));
    if (!isAsked && !isOrder && !isOrdered(sentence)) return false;
    return this.#ownWords(sentence, 'REQUESTED', voice.receivers);
  }

  /** What the author of a paper tells those it goes to, without a verb of speech. */
  #ownWords(
    sentence: DiscourseSentence,
    mode: StatementMode = 'SAID',
    addressees: readonly EntityDraft[] = sentence.voice.receivers,
  ): boolean {
    const { voice, units, talk } = sentence;
    const { author } = voice;
    const isToReader = talk === null || mode !== 'SAID' || units.some(({ lower }) => /^(?:you|your)$/.test(lower));
    const isAddressed = voice.isAttached || (addressees.length > 0 && isToReader);
    if (author === null || !isAddressed || sentence.turn !== null || sentence.isQuoted) return false;
    const last = units.at(-1);
    const isWhole = last !== undefined && ['stop', 'colon', 'quote', 'close'].some((mark) => last.features.has(mark));
    if (!isWhole || !units.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return false;
    const about = subjectsOf(units, this.registry).filter(
      (entity) => entity !== author && !addressees.includes(entity),
    );
    if (about.length === 0 && mode === 'SAID') return false;
    const { start, end } = sentence.sentence;
    const statement: StatementDraft = {
      speaker: author,
      mode,
      addressees,
      about,
      range: { start, end },
      date: sentence.date,
      reportedBy: [],
      rule: mode === 'SAID' ? 'own-words' : 'request-to-reader',
      confidence: 0.6,
    };
    this.graph.state(statement);
    if (mode !== 'SAID') this.#relate(statement, undefined, sentence);
    return true;
  }

  /** Free indirect speech: the sentence belongs to the statement before it. */
  #goOn(sentence: DiscourseSentence): boolean {
    const open = this.#open;
    const { author } = sentence.voice;
    const authorActs = sentence.predicates.some((predicate) =>
      predicate.subject.some((index) => author !== null && sentence.units[index]?.entity === author),
    );
    if (open === null || authorActs) return false;
    // "I replied", where nobody knows who "I" is: another turn has begun.
    const isAnother = ({ at, verb, parent, subject }: Predicate) =>
      verb.frame.mode !== undefined &&
      parent === null &&
      subject.length === 0 &&
      sentence.units.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'I');
    if (sentence.predicates.some(isAnother)) {
      this.#open = null;
      return false;
    }
    return this.#append(open.index, sentence);
  }

  /** "He replied:", and his words in paragraphs of their own. */
  #quote(sentence: DiscourseSentence): void {
    const index = this.graph.statements.length - 1;
    if (this.graph.statements[index]?.speaker === sentence.quotedSpeaker) this.#append(index, sentence);
  }

  /** @returns whether there is such a statement. */
  #append(index: number, sentence: DiscourseSentence): boolean {
    const known = this.graph.statements[index];
    if (known === undefined) return false;
    const about = subjectsOf(sentence.units, this.registry).filter(
      (entity) => entity !== known.speaker && !known.addressees.includes(entity),
    );
    this.graph.statements[index] = {
      ...known,
      about: distinct([...known.about, ...about]),
      range: { start: known.range.start, end: sentence.sentence.end },
    };
    return true;
  }
}
