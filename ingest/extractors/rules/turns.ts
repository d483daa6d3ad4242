import { isPaper } from '../../lexicon/paper-nouns.js';
import type { Paragraph } from '../../text/document-text.js';
import type { ParsedSentence } from './document-reader.js';
import type { EntityDraft } from './entity-draft.js';
import { tellsHead } from './talk-heads.js';
import type { Term, Unit } from './unit.js';
import { knownVerb } from './verb-index.js';

/** A turn of a transcript: who speaks from its label to the next one. */
export interface Turn {
  readonly index: number;
  readonly speaker: EntityDraft;
}

/** The entity that a label means: a person by name, or one of the talk by his post ("The Chairman:"). */
export type LabelReader = (term: Term) => EntityDraft | null;

/** Minutes that quote a speaker here and there report the rest: more of their paragraphs than this say who said it. */
const mostReports = 0.3;

/** Follows the labels of a transcript ("Mao: …", "O. LUND. …", "[Premier Holm:]") from paragraph to paragraph. */
export class TurnReader {
  readonly #labels: ReadonlyMap<number, Term>;
  readonly #isTranscript: boolean;
  #turn: Turn | null = null;
  #paragraph = -1;

  constructor(sentences: readonly ParsedSentence[]) {
    this.#labels = labelsOf(sentences);
    const first = Math.min(...this.#labels.keys());
    const behind = sentences.filter(
      ({ paragraph, units }) =>
        paragraph.index > first && !this.#labels.has(paragraph.index) && units[0]?.start === paragraph.start,
    );
    const reports = behind.filter(({ units }) => isReport(units));
    this.#isTranscript = this.#labels.size > 0 && reports.length <= mostReports * behind.length;
  }

  /** @returns the turn that the sentence belongs to. */
  read({ paragraph, units }: ParsedSentence, personOf: LabelReader): Turn | null {
    if (paragraph.index === this.#paragraph) return this.#turn;
    this.#paragraph = paragraph.index;
    const label = this.#labels.get(paragraph.index);
    const speaker = label === undefined ? null : personOf(label);
    if (speaker !== null) this.#turn = { index: (this.#turn?.index ?? 0) + 1, speaker };
    else if (label !== undefined || !this.#goesOn(paragraph, units)) this.#turn = null;
    return this.#turn;
  }

  /** A turn goes on over paragraphs where the text is a transcript, to its end or to somebody who tells of the talk. */
  #goesOn({ text }: Paragraph, units: readonly Unit[]): boolean {
    if (this.#turn === null || /^[([].*[)\]]\W*$/u.test(text) || !/[\p{Ll}][.!?…"”’)\]]*\s*$/u.test(text)) return false;
    if (
      /^(?:the )?(?:conversation|meeting|talks?|discussion|session|interview)\b.{0,40}\b(?:ended|lasted|closed|concluded|was|took)\b/iu.test(
        text,
      )
    )
      return false;
    return this.#isTranscript && !isReport(units);
  }
}

/** "Lund said that …": somebody else tells of the talk. */
function isReport(units: readonly Unit[]): boolean {
  const at = units.findIndex(({ term }) => term?.kind === 'PERSON' || term?.kind === 'OFFICE');
  if (at < 0 || at > 4) return false;
  return units.slice(at + 1, at + 4).some((unit, index) => {
    const verb = unit.term === undefined ? knownVerb(unit, units[at + 2 + index]) : null;
    return verb?.frame.mode !== undefined && verb.form !== 'gerund' && verb.form !== 'base';
  });
}

/** Labels by the paragraph that they open. */
function labelsOf(sentences: readonly ParsedSentence[]): ReadonlyMap<number, Term> {
  const labels = new Map<number, Term>();
  sentences.forEach((sentence, index) => {
    const { paragraph } = sentence;
    if (sentence.units[0]?.start !== paragraph.start || paragraph.role === 'title') return;
    if (tellsHead('silent', paragraph.text) || tellsHead('place', paragraph.text)) return;
    const label = labelOf(sentence, sentences[index + 1]?.paragraph);
    if (label !== null) labels.set(paragraph.index, label);
  });
  return labels;
}

/** "Comrade Lund :", "The Chairman:", "[Lund:]", "O. LUND." */
function labelOf({ units, paragraph }: ParsedSentence, next: Paragraph | undefined): Term | null {
  const start = units.findIndex((unit) => !isLead(unit));
  const [unit, ...rest] = units.slice(Math.max(0, start));
  if (start < 0 || start > 3 || unit?.term === undefined || isHeading(unit) || !/^\p{Lu}/u.test(unit.text)) return null;
  const behind = rest[0]?.features.mark === 'open' ? rest.slice(closing(rest) + 1) : rest;
  const mark = behind.findIndex(({ features }) => features.mark !== 'close');
  const isColon = behind[mark]?.features.mark === 'colon';
  if (isColon && unit.term.kind === 'PERSON') return isHead(behind.slice(mark + 1), paragraph) ? null : unit.term;
  if (isColon && unit.term.kind === 'OFFICE') return isHead(behind.slice(mark + 1), paragraph) ? null : unit.term;
  // Capitals and a stop, and then what he says.
  const isStop = behind[mark]?.features.mark === 'stop' && unit.term.kind === 'PERSON';
  const isCapitals = /^(?=.*\p{Lu}{3})[^\p{Ll}]+$/u.test(unit.term.name);
  const says = next?.index === paragraph.index || behind.length > 2;
  return isStop && isCapitals && says ? unit.term : null;
}

function isLead({ lower, features }: Unit): boolean {
  return lower === 'the' || features.mark === 'open' || (features.has('person-title') && !features.has('PERSON'));
}

/** "A. Conclusions:", "Note:" */
function isHeading({ text }: Unit): boolean {
  return isPaper(text.toLowerCase());
}

/** "(through the interpreter)" behind a label. */
function closing(units: readonly Unit[]): number {
  const close = units.slice(0, 8).findIndex(({ features }) => features.mark === 'close');
  return Math.max(close, 0);
}

/** "Chairman: Comrade Lund": a line of the head, which has no verb. */
function isHead(rest: readonly Unit[], { text }: Paragraph): boolean {
  const hasPerson = rest.some(({ term }) => term?.kind === 'PERSON' || term?.kind === 'NAME');
  const hasVerb = rest.some(({ pos, term }, index) => {
    const next = rest[index + 1];
    return (
      term === undefined &&
      (pos === 'VERB' || pos === 'AUX' || (next !== undefined && knownVerb(rest[index] ?? next, next) !== null))
    );
  });
  return hasPerson && !hasVerb && text.length < 120;
}
