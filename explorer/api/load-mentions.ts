import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';

/** Where an entity stands in a document, with the words around it. */
export interface MentionInContext {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly context: { readonly before: string; readonly text: string; readonly after: string } | null;
  readonly document: { readonly id: string; readonly title: string; readonly date: string | null };
}

export const mentionsQuery = `
  query Mentions($id: ID!, $first: Int!, $after: String) {
    entity(id: $id) {
      mentions(first: $first, after: $after) {
        nodes { id start end text context(characters: 160) { before text after } document { id title date } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** Where documents name an entity, or speak of it otherwise. */
export async function loadMentions(
  id: string,
  first: number,
  after: string | null,
  signal: AbortSignal,
): Promise<Page<MentionInContext>> {
  type Data = { readonly entity: { readonly mentions: Connection<MentionInContext> } | null };
  const { entity } = await ask<Data>(mentionsQuery, { id, first, after }, signal);
  return entity === null ? { items: [], next: null } : toPage(entity.mentions);
}
