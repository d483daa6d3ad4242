import { type Narrowing, passageArguments, passageParameters, passagesAsked } from '../narrowing.js';
import { ask } from './ask.js';
import type { TextPart } from './load-suggestions.js';

/** Words of a document that some claim rests on, with those looked for marked. */
export interface FoundPassage {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly snippet: { readonly parts: readonly TextPart[] };
  readonly document: { readonly id: string; readonly title: string };
  /** Words of what was typed that aren't there. */
  readonly missing: readonly { readonly text: string }[];
}

export const searchPassagesQuery = `
  query SearchPassages(${passageParameters}, $first: Int!) {
    searchPassages(${passagesAsked}, first: $first) {
      nodes { start end snippet(characters: 140) { parts { text isMatch } } document { id title } missing { text } }
    }
  }`;

const mostFound = 5;
/** Fewer letters stand in every sentence. */
export const shortestQuery = 3;

/** Quotations with the words that were typed. */
export async function searchPassages(
  query: string,
  narrowing: Narrowing,
  signal: AbortSignal,
): Promise<readonly FoundPassage[]> {
  if (query.length < shortestQuery) return [];
  type Data = { readonly searchPassages: { readonly nodes: readonly Omit<FoundPassage, 'id'>[] } };
  const variables = { query, ...passageArguments(narrowing), first: mostFound };
  const { searchPassages: found } = await ask<Data>(searchPassagesQuery, variables, signal);
  return found.nodes.map((passage) => ({
    ...passage,
    id: `passage ${passage.document.id} ${passage.start}–${passage.end}`,
  }));
}
