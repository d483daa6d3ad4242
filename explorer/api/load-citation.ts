import { ask } from './ask.js';

/** The forms that the API cites in, as a reader knows them. */
export const citationForms = {
  CHICAGO: 'Chicago',
  BIBTEX: 'BibTeX',
  RIS: 'RIS',
  CSL_JSON: 'CSL-JSON',
} as const;

export type CitationForm = keyof typeof citationForms;
export const citationFormNames = Object.keys(citationForms) as readonly CitationForm[];

export const citationQuery = `
  query Citation($id: ID!, $format: CitationFormat!) {
    node(id: $id) {
      ... on Document { cite(format: $format) }
      ... on Statement { cite(format: $format) }
      ... on Evidence { cite(format: $format) }
    }
  }`;

/**
 * @param id - Of a document, or of a passage of it: a statement or a piece of evidence.
 * @returns `null` when the store has it no longer.
 */
export async function loadCitation(id: string, format: CitationForm, signal: AbortSignal): Promise<string | null> {
  const { node } = await ask<{ node: { cite: string } | null }>(citationQuery, { id, format }, signal);
  return node?.cite ?? null;
}
