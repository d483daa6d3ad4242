import type { EntityKind } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import type { MentionedEntity } from './load-most-mentioned.js';

/** A piece of a name; what was typed of it is a match. */
export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface SuggestedEntity {
  readonly entity: MentionedEntity;
  /** The name or alias that matched. */
  readonly matched: string;
  readonly parts: readonly TextPart[];
}

export interface SuggestedDocument {
  readonly document: { readonly id: string; readonly date: string | null };
  readonly parts: readonly TextPart[];
}

export interface Suggestions {
  readonly entities: readonly SuggestedEntity[];
  readonly documents: readonly SuggestedDocument[];
}

export const suggestQuery = `
  query Suggest($prefix: String!, $kinds: [EntityKind!], $first: Int!) {
    suggest(prefix: $prefix, kinds: $kinds, first: $first) {
      entities { matched parts { text isMatch } entity { id name kind mentionCount } }
      documents { parts { text isMatch } document { id date } }
    }
  }`;

export const mostSuggested = 8;
/** As the API takes it. */
const longestPrefix = 200;

export function prefixOf(typed: string): string {
  return typed.slice(0, longestPrefix);
}

/** What may be meant by what was typed so far. */
export async function loadSuggestions(
  typed: string,
  kind: EntityKind | null,
  signal: AbortSignal,
): Promise<Suggestions> {
  const variables = {
    prefix: prefixOf(typed),
    kinds: kind === null ? null : [kind],
    first: mostSuggested,
  };
  return (await ask<{ suggest: Suggestions }>(suggestQuery, variables, signal)).suggest;
}
