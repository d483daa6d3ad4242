import { ask } from './ask.js';
import type { DocumentHead } from './load-documents.js';

export const documentTitlesQuery = `
  query DocumentTitles($ids: [ID!]!) {
    nodes(ids: $ids) { ... on Document { id title date } }
  }`;

/** Those of the documents that are still there. */
export async function loadDocumentTitles(
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly DocumentHead[]> {
  type Data = { readonly nodes: readonly (DocumentHead | null)[] };
  const { nodes } = await ask<Data>(documentTitlesQuery, { ids }, signal);
  return nodes.filter((document) => document !== null);
}
