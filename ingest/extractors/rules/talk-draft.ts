import type { EntityDraft } from './entity-draft.js';
import type { ReadSentence } from './reading.js';

/** A talk as the discourse builds it. */
export interface TalkDraft {
  readonly event: EntityDraft;
  readonly participants: EntityDraft[];
  /** Those who began it, as the sentence that opened it tells. */
  readonly openers: EntityDraft[];
  /** Interpreters and note-takers: present, and not spoken to. */
  readonly silent: EntityDraft[];
  /** Which side of the table somebody sat on, where the list of those present tells. */
  readonly sides: Map<EntityDraft, number>;
  /** Sentence that opened it, or named the last participant. */
  readonly evidence: Map<EntityDraft, ReadSentence>;
  date: string | null;
  /** The last day, of a talk that went on past midnight. */
  endDate: string | null;
  /** What the title or the opening calls it: "meeting". */
  readonly noun: string;
  readonly opening: ReadSentence;
}
