import type { TextRange } from '../../sources/source.js';
import type { Quotation } from '../../text/quotations.js';
import type { Predicate } from './clause.js';
import type { ParsedDocument } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';
import type { ReadSentence, ReadUnit } from './reading.js';
import { isAgent } from './subjects.js';
import type { Voice } from './voices.js';

/** A sentence that was read, with its verbs. */
interface Lead {
  readonly sentence: ReadSentence;
  readonly verbs: readonly Predicate[];
}

/** Shorter quotations are phrases, not messages. */
const longestPhrase = 160;

/** Papers in quotation marks: in them "I" is who wrote them, and "you" whom they are for. */
export class QuotedPapers {
  #quotation: Quotation | null = null;
  #voice: Voice | null = null;

  constructor(readonly parsed: ParsedDocument) {}

  /** Whether the quotation is a paper whose author is known, or goes on with one. */
  opens(quotation: Quotation, voice: Voice, lead: Lead | null): boolean {
    if (this.#quotation?.start === quotation.start) return true;
    const goesOn =
      this.#quotation !== null && this.#voice !== null && quotation.paragraph === this.#quotation.paragraph + 1;
    const opened = goesOn ? this.#voice : (this.#passedOn(quotation, voice) ?? received(lead, quotation, voice));
    if (opened === null) return false;
    this.#quotation = quotation;
    this.#voice = opened;
    return true;
  }

  /** Whose words the sentence is: of the quoted paper, or of the document. */
  voiceOf({ start, end }: TextRange, voice: Voice): Voice {
    const quotation = this.#quotation;
    const isInside = quotation !== null && start < quotation.end && end > quotation.start;
    return isInside && this.#voice !== null ? this.#voice : voice;
  }

  /** Whether those words are a quoted paper's. */
  isVoice(voice: Voice): boolean {
    return voice === this.#voice;
  }

  /** "Please deliver following message to Eden:": the author's own words, in marks because they are to be passed on. */
  #passedOn(quotation: Quotation, voice: Voice): Voice | null {
    if (voice.author === null || voice.receivers.length === 0) return null;
    const { text, sentences, registry } = this.parsed;
    const before = sentences.findLast(({ sentence }) => sentence.end <= quotation.start + 1);
    const lead = before === undefined ? '' : text.text.slice(before.sentence.start, quotation.start);
    const isPassedOn = /\b(?:message|letter|following|personal|deliver|convey|transmit)\b[^.]*\bto\b/iu.test(lead);
    if (!isPassedOn || quotation.end - quotation.start < longestPhrase) return null;
    const to = before?.units ?? [];
    const link = to.findLastIndex(({ lower }) => lower === 'to');
    const term = to.slice(link + 1).find((unit) => unit.term?.kind === 'PERSON')?.term;
    const receiver = link < 0 || term === undefined ? undefined : registry.find(term, 'PERSON');
    return { ...voice, receivers: receiver === undefined ? voice.receivers : [receiver] };
  }
}

const paper =
  /^(?:letter|message|note|telegram|statement|memorandum|reply|answer|text|aide-mémoire|aide-memoire|communication|cable)$/;
/** What a list of opinions is opened with: each has a speaker of its own. */
const survey = /^(?:respon|react|opinion|comment|discuss|view|remark)/;

/** "Menzies wrote me a letter which contains following paragraphs:", "Following message from Eden:": whose words follow. */
function received(lead: Lead | null, quotation: Quotation, voice: Voice): Voice | null {
  if (lead === null || quotation.end - quotation.start < longestPhrase / 2) return null;
  const {
    sentence: { units },
    verbs,
  } = lead;
  const last = units.findLast(({ features }) => features.mark !== 'quote');
  if (last?.features.mark !== 'colon' || units.some(({ lower }) => survey.test(lower))) return null;
  const noun = units.findIndex(({ lower, term }) => term === undefined && paper.test(lower));
  const writer = noun < 0 ? undefined : (senderBehind(units, noun) ?? writerOf(units, verbs));
  if (writer === undefined) return null;
  const to = units
    .slice(noun)
    .find((unit, index, rest) => rest[index - 1]?.lower === 'to' && isAgent(unit.entity))?.entity;
  const reporter = voice.author !== null && voice.author !== writer ? [voice.author] : [];
  return { author: writer, receivers: to !== undefined && to !== writer ? [to] : reporter, isAttached: true };
}

/** "message from Eden", "letter of Rhee" */
function senderBehind(units: readonly ReadUnit[], noun: number): EntityDraft | undefined {
  const link = units.slice(noun + 1, noun + 5).findIndex(({ lower }) => lower === 'from');
  const next = link < 0 ? undefined : units[noun + 2 + link];
  const sender = next?.lower === 'the' ? units[noun + 3 + link] : next;
  return isAgent(sender?.entity) ? sender.entity : undefined;
}

function writerOf(units: readonly ReadUnit[], verbs: readonly Predicate[]): EntityDraft | undefined {
  const wrote = verbs.findLast(
    ({ verb, passive, negated, subject }) =>
      verb.frame.mode !== undefined && !passive && !negated && subject.length > 0,
  );
  const subject = units[wrote?.subject[0] ?? -1]?.entity;
  return isAgent(subject) ? subject : undefined;
}
