import type { Predicate } from './clause.js';
import type { EntityDraft } from './entity-draft.js';
import type { ReadSentence } from './reading.js';
import type { TalkDraft } from './talk-draft.js';
import type { Voice } from './voices.js';

/** A sentence with all that reading tells of it. */
export interface DiscourseSentence extends ReadSentence {
  readonly predicates: readonly Predicate[];
  readonly talk: TalkDraft | null;
  readonly date: string | null;
  /** Speaker of the quotation that the sentence stands in: `undefined` outside, `null` where nobody is named. */
  readonly quotedSpeaker: EntityDraft | null | undefined;
  /** Whether the clause before the quotation around it says who speaks: its words belong to that statement. */
  readonly isAnnounced: boolean;
  /** Number of the turn of a transcript, whose label is the speaker; `null` outside. */
  readonly turn: number | null;
  readonly voice: Voice;
  /** Whether it opens inside the quotation marks of somebody of whom the text tells. */
  readonly isQuoted: boolean;
}

export interface Discourse {
  readonly sentences: readonly DiscourseSentence[];
  readonly talks: readonly TalkDraft[];
}
