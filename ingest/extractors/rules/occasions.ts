import { wordClasses } from '../../lexicon/word-classes.js';
import type { EntityDraft } from './entity-draft.js';

/** "dinner", "rally": nouns of such gatherings. */
export function isOccasionHead(head: string): boolean {
  return wordClasses.occasion.words.includes(head);
}

/** A reception, dinner, rally: people are there, and need not have talked. */
export function isOccasion({ terms }: EntityDraft): boolean {
  return terms.some(({ rule }) => rule.startsWith('occasion-'));
}
