import type { Paragraph, Sentence } from '../../text/document-text.js';
import type { EntityDraft } from './entity-draft.js';
import type { Unit } from './unit.js';

/** A unit with the entity that it stands for, once coreference is resolved. */
export interface ReadUnit extends Unit {
  readonly entity?: EntityDraft;
}

/** A sentence whose units know what they stand for. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly paragraph: Paragraph;
  readonly units: readonly ReadUnit[];
}
