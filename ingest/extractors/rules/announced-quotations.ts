import type { Quotation } from '../../text/document-text.js';
import type { Predicate } from './clause.js';
import type { EntityDraft } from './entity-draft.js';
import type { ReadSentence } from './reading.js';
import { subjectUnits } from './subject-units.js';
import { isAgent } from './subjects.js';

/** Somebody who speaks in a paragraph, and whether his words go on in the next one, in quotation marks. */
interface Announcement {
  readonly speaker: EntityDraft;
  readonly paragraph: number;
  readonly goesOn: boolean;
}

/**
 * Follows quotations that make paragraphs of their own to the clause that announces them: "Lund replied:", or a
 * quotation that is not closed at the end of its paragraph.
 */
export class AnnouncedQuotations {
  #last: Announcement | null = null;

  constructor(readonly quotations: readonly Quotation[]) {}

  /** Of a sentence outside quotations. */
  read(sentence: ReadSentence, verbs: readonly Predicate[]): void {
    const { paragraph } = sentence;
    const here = speakerIn(sentence, verbs);
    const speaker = here ?? (this.#last?.paragraph === paragraph.index ? this.#last.speaker : null);
    // What groups said is listed, quotation by quotation.
    if (speaker === null || speaker.kind === 'GROUP') this.#last = null;
    else this.#last = { speaker, paragraph: paragraph.index, goesOn: this.#goesOn(sentence, here !== null) };
  }

  /** @returns who speaks in the quotation that fills this paragraph; `null` where nobody was announced. */
  speakerOf(paragraph: number): EntityDraft | null {
    const last = this.#last;
    if (last === null || !last.goesOn || paragraph - last.paragraph > 1) return null;
    this.#last = { ...last, paragraph };
    return last.speaker;
  }

  #goesOn({ paragraph }: ReadSentence, isAnnouncing: boolean): boolean {
    const isOpen = this.quotations.some(({ end, inner }) => end === paragraph.end && inner.end === end);
    return isOpen || (isAnnouncing && /:\s*[-—–]?$/u.test(paragraph.text));
  }
}

function speakerIn({ units }: ReadSentence, verbs: readonly Predicate[]): EntityDraft | null {
  const speaking = verbs.findLast(
    ({ verb, passive, negated }) => verb.frame.mode !== undefined && !passive && !negated,
  );
  const subject = speaking === undefined ? [] : subjectUnits(speaking, units);
  return subject.map(({ entity }) => entity).find(isAgent) ?? null;
}
