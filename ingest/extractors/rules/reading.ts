import type { Paragraph, Sentence } from '../../text/document-text.js';
import type { ReadUnit } from './unit.js';

export type { ReadUnit };

/** A sentence whose units know what they stand for. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  readonly units: readonly ReadUnit[];
}
